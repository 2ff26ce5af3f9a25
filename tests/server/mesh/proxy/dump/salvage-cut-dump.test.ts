import { describe, expect, test } from 'vitest';
import { dumpSections } from '#server/mesh/proxy/dump/dump.ts';
import { openDump } from '#server/mesh/proxy/dump/open-dump.ts';
import { recordedAnswer, recordedProxies } from '#tests/support/recorded-dump.ts';
import { whyNoSharedFolder } from '#tests/support/shared-folder.ts';

if (whyNoSharedFolder !== undefined) console.log(`cut recorded dumps: skipped, ${whyNoSharedFolder}`);

function open(text: string) {
  return openDump(new TextEncoder().encode(text));
}

const cluster = (name: string) => `{"version_info":"1","cluster":{"name":${JSON.stringify(name)}}}`;
const start = '{"configs":[{"@type":"x.ClustersConfigDump","dynamic_active_clusters":[';

describe('a dump that was cut off', () => {
  test('shows what came whole, and says how much came', () => {
    const text = `${start}${cluster('a')},${cluster('b')},{"cluster":{"name":"c","type":"ED`;
    const dump = open(text);
    expect(dump.items.clusters.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(dump.problems).toEqual([
      `The configuration dump was cut off after ${text.length} characters: what came after is missing.`,
    ]);
  });

  test.each([
    ['in a text with brackets and quotes', `${start}${cluster('}]"\\')},{"cluster":{"name":"x}]}\\"`],
    ['after a comma', `${start}${cluster('}]"\\')},`],
    ['behind a backslash', `${start}${cluster('}]"\\')},{"cluster":{"name":"x\\`],
    ['between two parts', `${start}${cluster('}]"\\')}]},`],
  ])('may end %s', (_, text) => {
    expect(open(text).items.clusters.map(({ name }) => name)).toEqual(['}]"\\']);
  });

  test.each([
    ['nothing', '', 'is not JSON'],
    ['a page of HTML', '<html>', 'is not JSON'],
    ['the first bracket', '{"configs":[', 'cut off after 12 characters'],
    ['not even one resource', `${start}{"clus`, `cut off after ${start.length + 6} characters`],
    [
      'a piece of the bootstrap',
      '{"configs":[{"@type":"x.BootstrapConfigDump","bootstrap":{"node":{},"a',
      'cut off',
    ],
    ['brackets that do not fit', '{"configs":[}', 'is broken or cut off'],
  ])('of %s is refused in words', (_, text, words) => {
    expect(() => open(text)).toThrow(words);
  });
});

test.skipIf(whyNoSharedFolder !== undefined)(
  'wherever a recorded dump is cut, its items are the first ones of the whole',
  () => {
    const [proxy = ''] = recordedProxies();
    const text = new TextDecoder().decode(recordedAnswer(proxy, 'config_dump.json'));
    const whole = open(text);
    // The bootstrap comes first; before its end nothing is whole.
    const first = text.indexOf('ClustersConfigDump');
    let shown = 0;
    for (let share = 1; share < 40; share++) {
      const cut = first + Math.floor(((text.length - first) * share) / 40);
      const { items, problems, bootstrap } = open(text.slice(0, cut));
      expect(bootstrap).toEqual(whole.bootstrap);
      expect(problems[0]).toContain('was cut off after');
      for (const section of dumpSections) {
        expect(items[section]).toEqual(whole.items[section].slice(0, items[section].length));
        shown += items[section].length;
      }
    }
    expect(shown).toBeGreaterThan(100);
  },
);
