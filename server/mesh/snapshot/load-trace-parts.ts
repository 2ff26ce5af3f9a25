import type { Span } from '#lib/contract/traces.ts';
import { redacted } from '#lib/redact/redacted.ts';
import { isSecretEntry } from '#lib/redact/secret-names.ts';
import type { LineOf } from '#lib/snapshot/parts.ts';
import { messageOf } from '#server/errors.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import type { Collecting } from './collecting.ts';
import { redactWords } from './redact-words.ts';

/** The newest of the window. */
export const mostTraces = 500;

/** Traces of the window with all of their spans, without secrets. */
export async function* loadTraceParts(
  { fromMs, toMs, missing }: Collecting,
  { sources: { traces }, signal }: LoadContext,
): AsyncGenerator<LineOf<'trace'>> {
  if (traces === undefined) return;
  try {
    const search = { tags: {}, fromMs, toMs, errorsOnly: false, limit: mostTraces };
    const found = await traces.search(search, signal);
    for (const warning of found.warnings) missing.add('traces', warning);
    if (found.isCut) missing.addOverLimit('traces', `There are more traces than the newest ${mostTraces}.`);
    for (const { traceId } of found.traces) {
      const trace = await traces.trace(traceId, signal);
      if (trace === undefined)
        missing.add('traces', `The store lists trace ${traceId} and does not have it.`);
      else yield { part: 'trace', spans: trace.spans.map(withoutSecrets), warnings: trace.warnings };
    }
  } catch (error) {
    signal.throwIfAborted();
    missing.add('traces', messageOf(error));
  }
}

function withoutSecrets(span: Span): Span {
  return {
    ...span,
    ...(span.statusMessage !== undefined && { statusMessage: redactWords(span.statusMessage) }),
    operation: redactWords(span.operation),
    attributes: withoutSecretTags(span.attributes),
    resource: withoutSecretTags(span.resource),
    events: span.events.map((event) => ({ ...event, attributes: withoutSecretTags(event.attributes) })),
  };
}

function withoutSecretTags(tags: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tags).map(([name, value]) => [name, isSecretEntry(name) ? redacted : redactWords(value)]),
  );
}
