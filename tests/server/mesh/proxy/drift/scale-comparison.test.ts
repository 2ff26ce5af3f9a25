import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compareJob } from '#server/mesh/proxy/drift/diff/compare-job.ts';
import { readAnswer } from '#tests/support/read-answer.ts';
import { sharedFolder, whyNoSharedFolder } from '#tests/support/shared-folder.ts';

const plainOrPacked = (path: string) => (existsSync(path) ? path : `${path}.gz`);

test.skipIf(whyNoSharedFolder !== undefined).each(['200', '1000'])(
  'istiod and Envoy among %s services are the same',
  (size) => {
    const folder = join(sharedFolder, 'recordings', 'scale', size);
    const proxies = readdirSync(join(folder, 'envoy'));
    expect(proxies).toHaveLength(3);
    for (const proxy of proxies) {
      const inputs = [
        readAnswer(plainOrPacked(join(folder, 'istiod', 'config_dump', `${proxy}.json`))),
        readAnswer(plainOrPacked(join(folder, 'envoy', proxy, 'config_dump.json'))),
      ];
      const megabytes = inputs.reduce((sum, { length }) => sum + length, 0) / 1e6;
      const before = performance.now();
      const { sections, differences } = compareJob.run(inputs, { with: 'istiod' });
      const count = sections.reduce((sum, { compared }) => sum + compared, 0);
      const took = Math.round(performance.now() - before);
      console.log(`${size} services, ${proxy}: ${count} resources, ${megabytes.toFixed(1)} MB, ${took} ms`);
      expect(count).toBeGreaterThan(Number(size));
      expect(differences.map(({ section, name, changes }) => [section, name, changes])).toEqual([]);
    }
  },
);
