import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { demoSources, opened, snapshotOf } from '#tests/support/demo-snapshot.ts';
import { mutateBytes } from '../mutate/mutate-bytes.ts';
import type { Mutation } from '../mutation.ts';
import type { FuzzedSource } from '../run-cases.ts';
import { questionsTo } from './base-mesh.ts';

const questions = questionsTo(/./);

/** A snapshot of one namespace as a file, whose lines are broken, or whose bytes. */
export async function fuzzedSnapshots(): Promise<FuzzedSource> {
  const pod = 'shop/catalog-v1-5dptcrx82q-fs4s7';
  const whole = await snapshotOf(demoSources(), `namespaces=shop&proxies=${pod}&logs=${pod}&range=5m`);
  const lines = fewOfEachPart(gunzipSync(whole).toString('utf8').trimEnd().split('\n'));
  return {
    openCase(mutation) {
      const { chance } = mutation;
      const changed = [...lines];
      for (let count = chance.of([1, 1, 2, 5]); count > 0; count--) {
        const index = chance.below(changed.length);
        changed[index] = brokenLine(lines[index] ?? '', mutation);
      }
      const packed = gzipSync(`${changed.join('\n')}\n`, { level: 1 });
      const sources = opened(chance.happens(0.05) ? mutateBytes(packed, chance) : packed);
      return { sources, questions: [chance.of(questions), chance.of(questions)] };
    },
  };
}

const lineSchema = z.looseObject({ part: z.string() });
/** Where a line may hold whatever the cluster said. */
const freeFields = ['items', 'answers', 'text', 'lines', 'spans', 'series'];
const mostLines = 3;
const mostItems = 6;

/** A whole snapshot has megabytes: some lines of each part, with short lists, are enough to break. */
function fewOfEachPart(lines: readonly string[]): string[] {
  const [manifest = '', ...rest] = lines;
  const counts = new Map<string, number>();
  const kept = rest.slice(0, -1).flatMap((text) => {
    const line = lineSchema.parse(JSON.parse(text));
    const kind = `${line.part} ${line.kind ?? line.endpoint ?? line.path ?? ''}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if ((counts.get(kind) ?? 0) > mostLines) return [];
    const short = Object.entries(line).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.slice(0, mostItems) : value,
    ]);
    return [JSON.stringify(Object.fromEntries(short))];
  });
  const end = z.looseObject({}).parse(JSON.parse(lines.at(-1) ?? ''));
  return [manifest, ...kept, JSON.stringify({ ...end, lineCount: kept.length })];
}

/** Most often inside of what the cluster said, since a line of another shape is refused with the whole file. */
function brokenLine(text: string, { chance, document, body }: Mutation): string {
  if (chance.happens(0.1)) return body(Buffer.from(text)).toString('utf8');
  const line = z.looseObject({}).parse(JSON.parse(text));
  const field = freeFields.find((name) => name in line);
  if (field === undefined) return document(line);
  const inner = line[field];
  const broken =
    typeof inner === 'string'
      ? JSON.stringify(body(Buffer.from(inner)).toString('utf8'))
      : brokenItem(inner, { chance, document });
  return JSON.stringify({ ...line, [field]: null }).replace(`"${field}":null`, () => `"${field}":${broken}`);
}

function brokenItem(items: unknown, { chance, document }: Pick<Mutation, 'chance' | 'document'>): string {
  if (!Array.isArray(items) || items.length === 0) return document(items);
  const at = chance.below(items.length);
  const texts = items.map((item: unknown, index) => {
    const inner = z.looseObject({ read: z.unknown() }).safeParse(item);
    if (index !== at) return JSON.stringify(item);
    return inner.data?.read === undefined ? document(item) : `{"read":${document(inner.data.read)}}`;
  });
  return `[${texts.join()}]`;
}
