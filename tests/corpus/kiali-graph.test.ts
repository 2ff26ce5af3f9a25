import { expect, test } from 'vitest';
import { corpus } from '#tests/support/corpus-folder.ts';
import { type Difference, deliberate } from './kiali-graph/deliberate.ts';
import { ownGraph } from './kiali-graph/own-graph.ts';
import { expectedPicture, ownPicture } from './kiali-graph/picture.ts';
import { type CorpusCase, readCases } from './kiali-graph/read-cases.ts';

const { folder, whyMissing } = corpus('kiali-graph');
if (whyMissing !== undefined) console.log(`corpus kiali-graph: skipped, ${whyMissing}`);

test.skipIf(whyMissing !== undefined)(
  'the builder draws the nodes, edges, rates and answers that the corpus expects',
  () => {
    const cases = readCases(folder);
    expect(cases.length).toBeGreaterThan(0);
    const counts = { agreed: 0, deliberate: 0, wrong: 0 };
    const wrong: string[] = [];
    for (const one of cases) {
      const differences = compare(one);
      const unexplained = differences.filter(
        (difference) => !deliberate.some((rule) => rule.covers(difference, one)),
      );
      if (differences.length === 0) counts.agreed += 1;
      else if (unexplained.length === 0) counts.deliberate += 1;
      else counts.wrong += 1;
      for (const { key, expected, own } of unexplained)
        wrong.push(`${one.name}: ${key}: expected ${expected ?? 'nothing'}, got ${own ?? 'nothing'}`);
    }
    console.log(
      `corpus kiali-graph: ${counts.agreed} agreed, ${counts.deliberate} deliberate, ${counts.wrong} wrong of ${cases.length}`,
    );
    expect(wrong).toEqual([]);
  },
);

function compare(one: CorpusCase): Difference[] {
  const expected = expectedPicture(one);
  const own = ownPicture(ownGraph(one), one.query);
  return [...new Set([...expected.keys(), ...own.keys()])].sort().flatMap((key) => {
    const [left, right] = [expected.get(key), own.get(key)];
    return isSame(left, right) ? [] : [{ key, expected: left, own: right }];
  });
}

/** Percentages are rounded to one decimal on both sides, so they may lie one last digit apart. */
function isSame(left: string | undefined, right: string | undefined): boolean {
  if (left === right) return true;
  if (left === undefined || right === undefined) return false;
  return Math.abs(Number(left) - Number(right)) < 0.11;
}
