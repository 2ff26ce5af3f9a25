import type { MessagePort } from 'node:worker_threads';
import type { ErrorCode } from '#server/errors.ts';

export type JobRequest = { id: number; name: string; inputs: readonly Uint8Array[]; parameters: unknown };
export type JobReply =
  | {
      id: number;
      isOk: true;
      /** The result, but for what waits in `parts` as `partCount` messages. */
      result: unknown;
      partCount: number;
      parts?: MessagePort | undefined;
    }
  | { id: number; isOk: false; code: ErrorCode; message: string };
