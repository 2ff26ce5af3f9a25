import { receiveMessageOnPort } from 'node:worker_threads';
import { ViglaError } from '#server/errors.ts';
import type { JobReply } from './job-messages.ts';
import { addPart, type ResultPart } from './result-parts.ts';

type GoodReply = Extract<JobReply, { isOk: true }>;

/** The whole result of a job, unpacked part by part; between the parts this thread does other things. */
export async function receiveResult({ result, partCount, parts }: GoodReply): Promise<unknown> {
  if (parts === undefined) return result;
  try {
    for (let count = 0; count < partCount; count++) {
      const received = receiveMessageOnPort(parts);
      if (received === undefined) throw new ViglaError('internal', 'A part of the answer was lost.');
      // The worker posts nothing else to this port.
      addPart(result, received.message as ResultPart);
      await new Promise((resolve) => setImmediate(resolve));
    }
    return result;
  } finally {
    parts.close();
  }
}
