import { expect, test } from 'vitest';
import { corpus } from '#tests/support/corpus-folder.ts';
import { type Difference, deliberate, type Pictures } from './kiali-graph/deliberate.ts';
import { ownGraph } from './kiali-graph/own-graph.ts';
import { expectedPicture, isSame, ownPicture } from './kiali-graph/picture.ts';
import { readCases } from './kiali-graph/read-cases.ts';

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
      const pictures = { expected: expectedPicture(one), own: ownPicture(ownGraph(one), one.query) };
      const differences = compare(pictures);
      const unexplained = differences.filter(
        (difference) => !deliberate.some((rule) => rule.covers(difference, one, pictures)),
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

function compare({ expected, own }: Pictures): Difference[] {
  return [...new Set([...expected.keys(), ...own.keys()])].sort().flatMap((key) => {
    const [left, right] = [expected.get(key), own.get(key)];
    return isSame(left, right) ? [] : [{ key, expected: left, own: right }];
  });
}

test.skipIf(whyMissing !== undefined)(
  'a destination outside the registry may stand in another cluster, but not with other figures',
  () => {
    const rule = deliberate.find(({ reason }) => reason.includes('Passthrough and BlackHole'));
    const [one] = whyMissing === undefined ? readCases(folder) : [];
    if (rule === undefined || one === undefined) throw new Error('nothing to try the rule with');
    const key = (cluster: string) =>
      `workload a/shop/web -> service ${cluster}/unknown/PassthroughCluster http rate`;
    const covers = (own: string) => {
      const pictures = { expected: new Map([[key('unknown'), '2.00']]), own: new Map([[key('a'), own]]) };
      return compare(pictures).map((difference) => rule.covers(difference, one, pictures));
    };
    expect(covers('2.00')).toEqual([true, true]);
    expect(covers('9.00')).toEqual([false, false]);
  },
);
