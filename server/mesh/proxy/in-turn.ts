import { ViglaError } from '#server/errors.ts';

/** Runs work of the same key one after another, in the order in which it came; other keys do not wait for it. */
export type InTurn = <Result>(key: string, work: () => Promise<Result>) => Promise<Result>;

export function inTurn(): InTurn {
  const lastByKey = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const before = lastByKey.get(key);
    const turn = before === undefined ? work() : before.then(work, (error) => afterFailure(error, work));
    lastByKey.set(key, turn);
    try {
      return await turn;
    } finally {
      if (lastByKey.get(key) === turn) lastByKey.delete(key);
    }
  };
}

/** A failure is told to whom it concerns. Silence concerns all who wait: each would wait for its own time limit in turn. */
function afterFailure<Result>(error: unknown, work: () => Promise<Result>): Promise<Result> {
  if (error instanceof ViglaError && error.code === 'source_timeout') throw error;
  return work();
}
