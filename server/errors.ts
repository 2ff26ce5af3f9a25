/** Every code that a problem answer can carry, with its HTTP status and title. */
export const problemByCode = {
  bad_parameter: { status: 400, title: 'A parameter is wrong' },
  unknown_namespace: { status: 400, title: 'No such namespace' },
  forbidden: { status: 403, title: 'Not allowed' },
  not_found: { status: 404, title: 'Not found' },
  bad_configuration: { status: 500, title: 'The configuration is wrong' },
  source_failed: { status: 502, title: 'A source answered with an error' },
  source_unreachable: { status: 503, title: 'A source does not answer' },
  source_timeout: { status: 504, title: 'A source took too long' },
  too_large: { status: 413, title: 'Too large' },
  internal: { status: 500, title: 'Vigla failed' },
} as const;
export type ErrorCode = keyof typeof problemByCode;

/** The one error class: `message` says what failed and what to do next, in words for the person who reads it. */
export class ViglaError extends Error {
  readonly code: ErrorCode;
  /** The request parameter at fault, for `bad_parameter` and `unknown_namespace`. */
  readonly parameter: string | undefined;

  constructor(code: ErrorCode, message: string, options: { cause?: unknown; parameter?: string } = {}) {
    super(message, { cause: options.cause });
    this.name = 'ViglaError';
    this.code = code;
    this.parameter = options.parameter;
  }
}

/** The words of anything thrown, for logs and for warnings. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
