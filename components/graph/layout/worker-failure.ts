/** Rejects when a worker cannot start or breaks; without it whoever waits for an answer would wait for ever. */
export function workerFailure(worker: Worker): Promise<never> {
  return new Promise((_, reject) => {
    worker.addEventListener('error', ({ message = '' }) =>
      reject(new Error(message === '' ? 'the worker did not start' : message)),
    );
  });
}
