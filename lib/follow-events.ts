import { z } from 'zod';
import { ApiError, apiAddress, fetchAnswer } from './api-client.ts';
import { problemSchema } from './contract/envelope.ts';

/** How a stream is doing. `waiting` heals by itself; after `stopped` nothing comes any more. */
export type StreamState = { id: 'connecting' | 'open' | 'waiting' } | ({ id: 'stopped' } & StreamEnd);

export type StreamEnd = {
  reason: string;
  mayHeal: boolean;
  /** The server's code, where it said why. */
  code?: string;
  /** When to ask again, where the server said it. */
  againMs?: number;
};

type Follow<Schema extends z.ZodType> = {
  path: string;
  /** Absent values are left out. */
  parameters: Record<string, string | undefined>;
  schema: Schema;
  onEvent: (event: z.output<Schema>) => void;
  onState: (state: StreamState) => void;
};

const problemTimeoutMs = 5_000;

/**
 * The browser's only way to Server-Sent Events: checks each event's shape and says how the stream is doing. The browser
 * itself comes back after a lost connection and tells how far it got. Answers how to stop.
 */
export function followEvents<Schema extends z.ZodType>(follow: Follow<Schema>): () => void {
  const { path, parameters, schema, onEvent, onState } = follow;
  const source = new EventSource(apiAddress(path, parameters));
  const left = new AbortController();
  const stop = (end: StreamEnd) => {
    source.close();
    if (!left.signal.aborted) onState({ id: 'stopped', ...end });
  };
  onState({ id: 'connecting' });
  source.addEventListener('open', () => onState({ id: 'open' }));
  source.addEventListener('message', ({ data }) => {
    const event = jsonText.pipe(schema).safeParse(data);
    if (event.success) onEvent(event.data);
    else {
      const reason = `An event is not what this page expects: ${z.prettifyError(event.error)}`;
      stop({ reason, mayHeal: false });
    }
  });
  // What failed after the stream had begun; the server ends it then.
  source.addEventListener('problem', ({ data }) => {
    const problem = jsonText.pipe(problemSchema).safeParse(data);
    if (problem.success) stop(endOf(new ApiError(problem.data), endsInPassing));
    else stop({ reason: 'The server ended the stream without saying why.', mayHeal: true });
  });
  source.addEventListener('error', () => {
    if (source.readyState !== EventSource.CLOSED) return onState({ id: 'waiting' });
    // A refused stream does not tell the reader why; a plain request does.
    const signal = AbortSignal.any([left.signal, AbortSignal.timeout(problemTimeoutMs)]);
    fetchAnswer({ path, parameters, schema: z.unknown(), signal }).then(
      () => stop({ reason: 'The stream was refused and is open again.', mayHeal: true }),
      (error: unknown) => stop(endOf(error)),
    );
  });
  return () => {
    left.abort();
    source.close();
  };
}

/** Of a running stream: a new one may be had, or is refused with the reason. */
const endsInPassing: readonly string[] = ['unauthenticated', 'rights_changed'];

function endOf(error: unknown, passing: readonly string[] = []): StreamEnd {
  if (!(error instanceof ApiError)) return { reason: 'The stream was refused.', mayHeal: true };
  const { message, code, status, retryAfterSeconds } = error;
  const isPassing = status === 0 || status === 429 || status >= 500 || passing.includes(code);
  const againMs = retryAfterSeconds === undefined ? undefined : retryAfterSeconds * 1000;
  return { reason: message, mayHeal: isPassing, code, ...(againMs !== undefined && { againMs }) };
}

const jsonText = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'is not JSON' });
    return z.NEVER;
  }
});
