import { z } from 'zod';
import { ApiError, apiAddress, fetchAnswer } from './api-client.ts';
import { problemSchema } from './contract/envelope.ts';

/** How a stream is doing. `waiting` heals by itself; after `stopped` nothing comes any more. */
export type StreamState =
  | { id: 'connecting' | 'open' | 'waiting' }
  | { id: 'stopped'; reason: string; mayHeal: boolean };

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
  const stop = (reason: string, mayHeal: boolean) => {
    source.close();
    if (!left.signal.aborted) onState({ id: 'stopped', reason, mayHeal });
  };
  onState({ id: 'connecting' });
  source.addEventListener('open', () => onState({ id: 'open' }));
  source.addEventListener('message', ({ data }) => {
    const event = jsonText.pipe(schema).safeParse(data);
    if (event.success) onEvent(event.data);
    else stop(`An event is not what this page expects: ${z.prettifyError(event.error)}`, false);
  });
  // What failed after the stream had begun; the server ends it then.
  source.addEventListener('problem', ({ data }) => {
    const problem = jsonText.pipe(problemSchema).safeParse(data);
    if (problem.success) stop(`${problem.data.title}: ${problem.data.detail}`, problem.data.status >= 500);
    else stop('The server ended the stream without saying why.', true);
  });
  source.addEventListener('error', () => {
    if (source.readyState !== EventSource.CLOSED) return onState({ id: 'waiting' });
    // A refused stream does not tell the reader why; a plain request does.
    const signal = AbortSignal.any([left.signal, AbortSignal.timeout(problemTimeoutMs)]);
    fetchAnswer({ path, parameters, schema: z.unknown(), signal }).then(
      () => stop('The stream was refused and is open again.', true),
      (error: unknown) => stop(...reasonOf(error)),
    );
  });
  return () => {
    left.abort();
    source.close();
  };
}

function reasonOf(error: unknown): [string, boolean] {
  if (error instanceof ApiError) return [error.message, error.status === 0 || error.status >= 500];
  return ['The stream was refused.', true];
}

const jsonText = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'is not JSON' });
    return z.NEVER;
  }
});
