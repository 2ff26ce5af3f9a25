import { gunzipSync, gzipSync } from 'node:zlib';
import { demoSources, opened, snapshotOf } from '#tests/support/demo-snapshot.ts';
import { mutateBytes } from '../mutate/mutate-bytes.ts';
import type { FuzzedSource } from '../run-cases.ts';
import { questionsTo } from './base-mesh.ts';

const questions = questionsTo(/./);

/** A snapshot of one namespace as a file, whose lines are broken, or whose bytes. */
export async function fuzzedSnapshots(): Promise<FuzzedSource> {
  const pod = 'shop/catalog-v1-5dptcrx82q-fs4s7';
  const whole = await snapshotOf(demoSources(), `namespaces=shop&proxies=${pod}&logs=${pod}&range=5m`);
  const lines = gunzipSync(whole)
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => Buffer.from(line));
  return {
    openCase({ chance, body }) {
      const changed = [...lines];
      for (let count = chance.of([1, 1, 2, 5]); count > 0; count--) {
        const index = chance.below(changed.length);
        changed[index] = body(changed[index] ?? Buffer.alloc(0));
      }
      const packed = gzipSync(Buffer.concat(changed.flatMap((line) => [line, Buffer.from('\n')])), {
        level: 1,
      });
      const sources = opened(chance.happens(0.05) ? mutateBytes(packed, chance) : packed);
      return { sources, questions: [chance.of(questions), chance.of(questions)] };
    },
  };
}
