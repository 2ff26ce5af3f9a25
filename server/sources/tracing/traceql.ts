import type { TraceSearch } from '#server/sources/trace-source.ts';

/** A search as TraceQL. Texts of people stand in it as quoted strings only, so that none can become part of the query. */
export function toTraceQL(search: TraceSearch): string {
  const { service, operation, kind, proxies, tags, errorsOnly, minDurationMs = 0, maxDurationMs } = search;
  const conditions = [
    ...(service === undefined ? [] : [`resource.service.name = ${quoted(service)}`]),
    ...(operation === undefined ? [] : [`name = ${quoted(operation)}`]),
    ...(kind === undefined ? [] : [`kind = ${kind}`]),
    ...(errorsOnly ? ['status = error'] : []),
    ...(minDurationMs > 0 ? [`traceDuration >= ${microseconds(minDurationMs, Math.floor)}`] : []),
    ...(maxDurationMs === undefined ? [] : [`traceDuration <= ${microseconds(maxDurationMs, Math.ceil)}`]),
    ...Object.entries(tags).map(([key, value]) => tagCondition(key, value)),
    ...(proxies === undefined ? [] : [`span.node_id =~ ${quoted(proxyPattern(proxies))}`]),
  ];
  return conditions.length === 0 ? '{ }' : `{ ${conditions.join(' && ')} }`;
}

/**
 * A text as a TraceQL string, which is written as in Go. JSON's escapes are the same, but for lone surrogates, which Go
 * does not have.
 */
export function quoted(text: string): string {
  return JSON.stringify(text.toWellFormed());
}

const plainKey = /^[A-Za-z_][\w.-]*$/;

/** In the quotes of a key TraceQL knows two escapes only, and takes everything else as it stands. */
function quotedKey(key: string): string {
  return `"${key.toWellFormed().replace(/["\\]/g, '\\$&')}"`;
}

/** Spans say `200` as a text or as a number, by the tracer; TraceQL tells the two apart. */
function tagCondition(key: string, value: string): string {
  const name = plainKey.test(key) ? `.${key}` : `.${quotedKey(key)}`;
  const asText = `${name} = ${quoted(value)}`;
  const isTyped = /^-?\d{1,15}(\.\d{1,15})?$/.test(value) || value === 'true' || value === 'false';
  return isTyped ? `(${asText} || ${name} = ${value})` : asText;
}

function microseconds(milliseconds: number, round: (value: number) => number): string {
  return `${round(milliseconds * 1000)}us`;
}

/** The third part of `<type>~<ip>~<pod>.<namespace>~<domain>`, exactly. */
function proxyPattern(proxies: readonly string[]): string {
  const names = proxies.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return `^[^~]*~[^~]*~(${names.join('|')})~.*$`;
}
