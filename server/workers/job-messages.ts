import type { ErrorCode } from '#server/errors.ts';

export type JobRequest = { id: number; name: string; inputs: readonly Uint8Array[]; parameters: unknown };
export type JobReply =
  | { id: number; isOk: true; result: unknown }
  | { id: number; isOk: false; code: ErrorCode; message: string };
