import type { AnswerFault } from '#lib/failure-class.ts';

/** Every code that a problem answer can carry, with its HTTP status and title. */
export const problemByCode = {
  bad_parameter: { status: 400, title: 'A parameter is wrong' },
  unknown_namespace: { status: 400, title: 'No such namespace' },
  unauthenticated: { status: 401, title: 'Sign in first' },
  forbidden: { status: 403, title: 'Not allowed' },
  rights_changed: { status: 403, title: 'Your rights have changed' },
  not_found: { status: 404, title: 'Not found' },
  gate_closed: { status: 409, title: 'The gate is closed' },
  bad_configuration: { status: 500, title: 'The configuration is wrong' },
  source_failed: { status: 502, title: 'A source answered with an error' },
  source_unreachable: { status: 503, title: 'A source does not answer' },
  source_timeout: { status: 504, title: 'A source took too long' },
  too_large: { status: 413, title: 'Too large' },
  too_many_requests: { status: 429, title: 'Too many requests' },
  stopping: { status: 503, title: 'Vigla is stopping' },
  internal: { status: 500, title: 'Vigla failed' },
} as const;
export type ErrorCode = keyof typeof problemByCode;

/** The same symbol in every copy of this module. */
const mark = Symbol.for('vigla.error');

type Options = {
  cause?: unknown;
  parameter?: string;
  retryAfterSeconds?: number;
  fault?: AnswerFault | undefined;
};

/**
 * The one error class: `message` says what failed and what to do next, in words for the person who reads it.
 * A production build holds this module twice, in the part that starts the sources and in the part that answers requests:
 * `instanceof` goes by the mark, so that an error of the one is known to the other. A class that extends this one has to
 * say what its own errors are known by.
 */
export class ViglaError extends Error {
  static override [Symbol.hasInstance](value: unknown): value is ViglaError {
    return typeof value === 'object' && value !== null && mark in value;
  }

  readonly [mark] = true;
  readonly code: ErrorCode;
  /** The request parameter at fault, for `bad_parameter` and `unknown_namespace`. */
  readonly parameter: string | undefined;
  /** Of a source's answer. */
  readonly fault: AnswerFault | undefined;
  /** When asking again may bring an answer, for `too_many_requests`. */
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, message: string, options: Options = {}) {
    super(message, { cause: options.cause });
    this.name = 'ViglaError';
    this.code = code;
    this.parameter = options.parameter;
    this.fault = options.fault;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** The words of anything thrown, for logs and for warnings. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
