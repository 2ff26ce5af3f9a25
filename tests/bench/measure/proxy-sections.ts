import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { loadClusters, loadEndpoints, loadListeners, loadRoutes } from '#server/mesh/proxy/load-section.ts';
import { readings } from '#server/mesh/proxy/readings.ts';
import { largeDump, largeMesh, maskedDump } from '../mesh/large-dump.ts';
import { median, timed } from './statistics.ts';

const loaders = [
  { section: 'routes', load: loadRoutes },
  { section: 'clusters', load: loadClusters },
  { section: 'listeners', load: loadListeners },
  { section: 'endpoints', load: loadEndpoints },
] as const;

type SectionFigures = {
  /** Envoy leaves out what it is not asked for; a recording or a file has all of it. */
  sent: string;
  rows: number;
  answerMs: number;
  /** Of the time to read the whole dump and to parse it as JSON. */
  timesParsing: number;
  /** The longest time for which this thread did nothing else. */
  blockedMs: number;
  answerKb: number;
};

/**
 * What sections of one large dump cost from the question to the answer as text, against reading and parsing the dump,
 * each run with nothing kept; and the heap before and after all of it.
 */
export async function measureProxySections({ times, runs }: { times: number; runs: number }) {
  const folder = mkdtempSync(join(tmpdir(), 'vigla-bench-'));
  try {
    const dump = largeDump(times);
    const file = join(folder, 'whole.json');
    writeFileSync(file, dump);
    for (const { section } of loaders) {
      const mask = readings[section].question.parameters?.mask ?? '';
      writeFileSync(join(folder, mask), maskedDump(dump, mask));
    }
    const asked = { namespace: 'scale-0', pod: 'client-1' };
    const masked = largeMesh((mask) => readFile(join(folder, mask)));
    const whole = largeMesh(() => readFile(file));
    // The worker thread starts, and what is hot gets compiled.
    await loadRoutes(asked, whole());
    const heapBefore = heapMb();
    const parsing: number[] = [];
    const sections: (SectionFigures & { section: string })[] = [];
    for (const { section, load } of loaders) {
      for (const [sent, context] of Object.entries({ 'this part': masked, 'all of it': whole })) {
        const measured = await measureSection({ runs, file, load: () => load(asked, context()) });
        parsing.push(...measured.parsing);
        sections.push({ section, sent, ...measured.figures });
      }
    }
    const heapAfter = heapMb();
    return {
      times,
      megabytes: Math.round(dump.length / 1e5) / 10,
      parseMs: Math.round(median(parsing)),
      sections,
      heapBeforeMb: Math.round(heapBefore),
      heapAfterMb: Math.round(heapAfter),
      heapGrowthPercent: Math.round((heapAfter / heapBefore - 1) * 100),
      keptMb: Math.round(process.memoryUsage().arrayBuffers / 1e6),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Measured = { runs: number; file: string; load: () => Promise<{ data: { rows: readonly unknown[] } }> };

async function measureSection({ runs, file, load }: Measured) {
  const parsing: number[] = [];
  const answers: number[] = [];
  const blocked: number[] = [];
  let rows = 0;
  let answerKb = 0;
  for (let run = 0; run < runs; run++) {
    parsing.push((await timed(async () => JSON.parse(await readFile(file, 'utf8')))).ms);
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const { ms } = await timed(async () => {
      const { data } = await load();
      rows = data.rows.length;
      answerKb = Math.round(JSON.stringify(data).length / 1000);
    });
    await new Promise((resolve) => setImmediate(resolve));
    delay.disable();
    answers.push(ms);
    blocked.push(delay.max / 1e6);
  }
  const answerMs = median(answers);
  return {
    parsing,
    figures: {
      rows,
      answerMs: Math.round(answerMs),
      // Each against the parsing just before it: what else the machine does weighs on both.
      timesParsing: Math.round(median(answers.map((ms, run) => ms / (parsing[run] ?? ms))) * 100) / 100,
      blockedMs: Math.round(median(blocked)),
      answerKb,
    },
  };
}

/** The heap with all that can be collected gone. */
function heapMb(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed / 1e6;
}
