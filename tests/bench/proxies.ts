import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { measureProxySections } from './measure/proxy-sections.ts';

const { values } = parseArgs({
  options: { times: { type: 'string', default: '1,4' }, runs: { type: 'string', default: '7' } },
});

const figures = [];
for (const times of values.times.split(',').map(Number)) {
  const measured = await measureProxySections({ times, runs: Number(values.runs) });
  console.log(
    `\nDump of ${times},000 services, ${measured.megabytes} MB: reading and JSON.parse take ${measured.parseMs} ms (medians of ${values.runs})`,
  );
  console.table(measured.sections);
  console.log(
    `heap after a forced collection: ${measured.heapBeforeMb} MB before, ${measured.heapAfterMb} MB after (${measured.heapGrowthPercent} % more); bytes kept for the next reader: ${measured.keptMb} MB`,
  );
  figures.push(measured);
}
mkdirSync('tests/results', { recursive: true });
writeFileSync('tests/results/bench-proxies.json', `${JSON.stringify(figures, null, 2)}\n`);
process.exit(0);
