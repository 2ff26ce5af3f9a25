import type { Chance } from './chance.ts';
import { mutateBytes } from './mutate-bytes.ts';
import { mutateDocument } from './mutate-document.ts';
import { mutateText } from './mutate-text.ts';

/** An answer of a source on its way to Vigla. */
export type SentAnswer = { status: number; headers: Record<string, string>; body: Buffer };

const statuses = [201, 204, 301, 302, 400, 401, 403, 404, 405, 409, 410, 422, 429, 500, 501, 502, 503, 504];

const oddHeaders: readonly Record<string, string>[] = [
  { 'content-type': 'text/html' },
  { 'content-type': '' },
  { 'content-type': 'application/json; charset=utf-16' },
  { 'content-encoding': 'gzip' },
  { location: 'http://[' },
  { location: 'http://169.254.169.254/latest/' },
  { 'retry-after': '-1' },
  { 'retry-after': 'Wed, 21 Oct 2099 07:28:00 GMT' },
];

/** The same answer with something about it broken; most often the shape of its content. */
export function mutateAnswer(answer: SentAnswer, chance: Chance): SentAnswer {
  const roll = chance.below(100);
  if (roll < 4) return { ...answer, headers: { ...answer.headers, ...chance.of(oddHeaders) } };
  if (roll < 10) return { ...answer, status: chance.of(statuses) };
  return { ...answer, body: mutateBody(answer.body, chance) };
}

/** Content with something about it broken. */
export function mutateBody(body: Buffer, chance: Chance): Buffer {
  if (chance.happens(0.12)) return mutateBytes(body, chance);
  const text = body.toString('utf8');
  const document = parsed(text);
  return Buffer.from(
    document === undefined ? mutateText(text, chance) : mutateDocument(document.value, chance),
  );
}

function parsed(text: string): { value: unknown } | undefined {
  // What is too deep to be written again is broken as a text.
  if (!/^\s*[[{]/.test(text) || text.includes('['.repeat(500)) || text.includes('{"a":'.repeat(500)))
    return undefined;
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** An answer as a source gives it in JSON. */
export function jsonAnswer(value: unknown): SentAnswer {
  return {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify(value)),
  };
}
