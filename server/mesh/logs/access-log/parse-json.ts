import { z } from 'zod';
import type { AccessLog } from '#lib/contract/logs.ts';
import { accessLogOf, columnByField } from './field-names.ts';

const objectShape = z.record(z.string(), z.unknown());

/** What the trace is called in access logs that people configure. */
const traceFields = ['trace_id', 'traceId', 'traceID', 'x_b3_traceid', 'x-b3-traceid', 'traceparent'];
const known = new Set([...Object.keys(columnByField), ...traceFields, 'start_time', 'response_flags']);

/** At least so many of Istio's names make an access log out of an object. */
const leastFields = 3;

/**
 * A line of Istio's JSON access log; undefined when it is none. Source: Istio, `EnvoyJSONLogFormatIstio`; fields that
 * were added to it stay in `others`.
 */
export function parseJsonAccessLog(line: string): AccessLog | undefined {
  const object = parseObject(line);
  if (object === undefined) return undefined;
  const names = Object.keys(object).filter((name) => known.has(name));
  const saysOutcome = 'response_code' in object || 'response_flags' in object || 'upstream_cluster' in object;
  if (!saysOutcome || names.length < leastFields) return undefined;
  const texts = Object.fromEntries(Object.entries(object).map(([name, value]) => [name, textOf(value)]));
  return accessLogOf(
    'json',
    {
      ...Object.fromEntries(Object.entries(columnByField).map(([field, column]) => [column, texts[field]])),
      responseFlags: texts.response_flags,
      traceId: traceIdOf(texts),
    },
    {
      startMs: texts.start_time === undefined ? undefined : Date.parse(texts.start_time),
      others: Object.fromEntries(
        Object.entries(texts).flatMap(([name, text]) =>
          known.has(name) || text === undefined ? [] : [[name, text]],
        ),
      ),
    },
  );
}

function parseObject(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return objectShape.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

function textOf(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Of `traceparent` the second part. */
function traceIdOf(texts: Record<string, string | undefined>): string | undefined {
  const text = traceFields.map((name) => texts[name]).find((value) => value !== undefined && value !== '-');
  return /^[0-9a-f]{2}-([0-9a-f]{32})-/.exec(text ?? '')?.[1] ?? text;
}
