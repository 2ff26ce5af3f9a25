import { z } from 'zod';
import { belowBasePath } from './base-path.ts';
import { type Answer, type Problem, problemSchema, warningSchema } from './contract/envelope.ts';

/** A request that brought no data. `detail` says what failed and what to do; `code` is stable. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly parameter: string | undefined;
  /** When asking again may bring an answer. */
  readonly retryAfterSeconds: number | undefined;

  constructor(problem: Omit<Problem, 'type'>, options?: ErrorOptions) {
    super(`${problem.title}: ${problem.detail}`, options);
    this.name = 'ApiError';
    this.status = problem.status;
    this.code = problem.code;
    this.title = problem.title;
    this.detail = problem.detail;
    this.parameter = problem.parameter;
    this.retryAfterSeconds = problem.retryAfterSeconds;
  }
}

const envelopeSchema = z.object({ data: z.unknown(), warnings: z.array(warningSchema) });

type Request<Schema extends z.ZodType> = {
  /** For instance `/api/graph`. */
  path: string;
  /** Absent values are left out. */
  parameters?: Record<string, string | undefined>;
  schema: Schema;
  signal?: AbortSignal;
  /** Sent with POST: a file as it is, anything else as JSON. */
  body?: Blob | object;
};

/**
 * The browser's only way to the server: asks (with a body: posts), checks the answer's shape and gives data with its warnings.
 * Throws `ApiError`, also when nothing answers or the answer is not what the contract says.
 */
export async function fetchAnswer<Schema extends z.ZodType>(
  request: Request<Schema>,
): Promise<Answer<z.output<Schema>>> {
  const address = apiAddress(request.path, request.parameters ?? {});
  const response = await ask(address, request);
  const body = await readJson(response, address);
  await nextTask();
  if (!response.ok) throw problemOf(response.status, body);
  const envelope = envelopeSchema.safeParse(body);
  if (!envelope.success) throw unexpectedAnswer(response.status, address, envelope.error);
  const data = request.schema.safeParse(envelope.data.data);
  if (!data.success) throw unexpectedAnswer(response.status, address, data.error);
  return { data: data.data, warnings: envelope.data.warnings };
}

/** The whole address of a path with its parameters, also for links to the raw answer. */
export function apiAddress(path: string, parameters: Record<string, string | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) query.set(name, value);
  }
  const text = query.toString();
  return belowBasePath(text === '' ? path : `${path}?${text}`);
}

type Sent = { signal?: AbortSignal; body?: Blob | object };

async function ask(address: string, { signal, body }: Sent): Promise<Response> {
  try {
    return await fetch(address, { signal, headers: { accept: 'application/json' }, ...sent(body) });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError(
      {
        status: 0,
        code: 'unreachable',
        title: 'Vigla does not answer',
        detail:
          'The server could not be reached. The page asks again by itself; check the connection if this stays.',
      },
      { cause: error },
    );
  }
}

function sent(body: Blob | object | undefined): RequestInit {
  if (body === undefined) return {};
  const isFile = body instanceof Blob;
  return {
    method: 'POST',
    body: isFile ? body : JSON.stringify(body),
    headers: {
      accept: 'application/json',
      'content-type': isFile ? 'application/octet-stream' : 'application/json',
    },
  };
}

/** Reading a large answer and checking it are a task each, so that frames and clicks come in between. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

async function readJson(response: Response, address: string): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    throw unexpectedAnswer(response.status, address, error);
  }
}

function problemOf(status: number, body: unknown): ApiError {
  const problem = problemSchema.safeParse(body);
  return problem.success ? new ApiError(problem.data) : unexpectedAnswer(status, 'this page', problem.error);
}

function unexpectedAnswer(status: number, address: string, cause: unknown): ApiError {
  return new ApiError(
    {
      status,
      code: 'unexpected_answer',
      title: 'The answer could not be read',
      detail: `The answer to ${address} (status ${status}) is not what this page expects. Reload the page if Vigla was just updated; a proxy in between may also have changed it.${firstDifference(cause)}`,
    },
    { cause },
  );
}

function firstDifference(cause: unknown): string {
  const issue = cause instanceof z.ZodError ? cause.issues[0] : undefined;
  return issue === undefined ? '' : ` First difference: ${issue.path.join('.')}: ${issue.message}.`;
}
