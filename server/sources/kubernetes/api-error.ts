import { z } from 'zod';
import { messageOf } from '#server/errors.ts';

const statusBody = z.looseObject({ code: z.number().optional(), message: z.string().optional() });

/** An answer of the API server that is not the one asked for: an HTTP status, or an ERROR event of a watch. */
export class ApiError extends Error {
  readonly status: number;
  readonly retryAfterMs: number;

  constructor(options: { status: number; body: unknown; retryAfterSeconds?: number }) {
    const parsed = statusBody.safeParse(options.body);
    const words =
      parsed.success && parsed.data.message ? parsed.data.message : `HTTP status ${options.status}`;
    super(words);
    this.name = 'ApiError';
    this.status = options.status;
    this.retryAfterMs = (options.retryAfterSeconds ?? 0) * 1000;
  }
}

/** An answer that is not what the Kubernetes API sends: half a document, other software at that address. */
export class GarbledError extends Error {}

/** The error that an ERROR event carries, e.g. 410 when the history of a resource version is gone. */
export function errorOfEvent(object: unknown): ApiError {
  const parsed = statusBody.safeParse(object);
  return new ApiError({ status: parsed.success ? (parsed.data.code ?? 500) : 500, body: object });
}

export function hasStatus(error: unknown, status: number): boolean {
  return error instanceof ApiError && error.status === status;
}

/** Node's and undici's codes whose own message says too little. */
const wordsByCode: Record<string, string> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was cut',
  ENOTFOUND: 'the name of the server is not known',
  UND_ERR_SOCKET: 'the connection was cut',
  UND_ERR_CONNECT_TIMEOUT: 'no connection within the time limit',
  UND_ERR_HEADERS_TIMEOUT: 'no answer within the time limit',
  UND_ERR_BODY_TIMEOUT: 'the answer stopped half-way',
};

/** What went wrong, for a person. */
export function describeFailure(error: unknown): string {
  if (error instanceof ApiError) return `${error.message} (${error.status})`;
  const code = codeOf(error);
  return (code === undefined ? undefined : wordsByCode[code]) ?? messageOf(error);
}

export function codeOf(error: unknown): string | undefined {
  const parsed = z.looseObject({ code: z.string() }).safeParse(error);
  return parsed.success ? parsed.data.code : undefined;
}
