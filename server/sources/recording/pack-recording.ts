/**
 * Packs a folder of recorded answers into `data/`: `node server/sources/recording/pack-recording.ts <folder> [<target>]`.
 * The same folder always gives the same bytes.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

const [source, target = path.join(import.meta.dirname, 'data')] = process.argv.slice(2);
if (source === undefined)
  throw new Error('Give the folder of the recording, e.g. ../shared/recordings/bookinfo');

/** The overlay: this proxy's answers are those of the start in which its agent stood still. */
const staleProxy = {
  key: 'shop/checkout',
  proxyInSyncz: 'checkout-99n5fqdxdr-m2n4z.shop',
  folder: 'drift/stale-checkout',
  /** That start was minutes after the other: its times would lie in the time to come. */
  laterMs: 720_000,
};

const adminPathByFile: Record<string, string> = {
  stats_prometheus: 'stats/prometheus',
  stats_json: 'stats',
  agent_stats_prometheus: 'agent/stats/prometheus',
};

type Answers = Record<string, unknown>;

/** Every file below a folder by its name without endings; JSON is parsed, anything else stays text. */
function readAnswers(folder: string): Answers {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map((entry) => [
        entry.name.replace(/(\.json|\.txt|\.html|\.log)?(\.gz)?$/, ''),
        readAnswer(path.join(folder, entry.name)),
      ])
      .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
  );
}

function readAnswer(file: string): unknown {
  const bytes = file.endsWith('.gz') ? gunzipSync(readFileSync(file)) : readFileSync(file);
  const text = bytes.toString('utf8');
  return /\.json(\.gz)?$/.test(file) ? JSON.parse(text) : text;
}

/** The same answers with all their times, which have whole seconds and perhaps more, moved back. */
function earlier(answers: Answers, byMs: number): Answers {
  const moved = JSON.stringify(answers).replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/g, (time) =>
    new Date(Date.parse(`${time}Z`) - byMs).toISOString().slice(0, 19),
  );
  return JSON.parse(moved);
}

function folders(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return entries.map((entry) => entry.name).sort();
}

function write(name: string, answers: Answers): void {
  const file = path.join(target, `${name}.json.gz`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, gzipSync(JSON.stringify(answers), { level: 9 }));
}

function packObjects(from: string): void {
  const groups = folders(from).filter((group) => group !== 'discovery');
  write(
    'objects',
    Object.fromEntries(
      groups.map((group) => [group === 'core' ? '' : group, readAnswers(path.join(from, group))]),
    ),
  );
  write('discovery', readAnswers(path.join(from, 'discovery')));
}

function packIstiod(from: string, stale: Answers): void {
  const answers = readAnswers(from);
  const mainList = answers.syncz;
  const staleList = stale.istiod_syncz;
  if (!Array.isArray(mainList) || !Array.isArray(staleList)) throw new Error('syncz is not a list');
  const syncz = mainList.map((entry) => (entry.proxy === staleProxy.proxyInSyncz ? staleList[0] : entry));
  write('istiod', { ...answers, syncz });
  for (const name of folders(from)) {
    const byProxy = readAnswers(path.join(from, name));
    const staleAnswer = name === 'config_dump' ? stale.istiod_config_dump : undefined;
    write(`istiod-${name}`, keyedByProxy(byProxy, staleAnswer));
  }
}

/** File names are `<namespace>.<pod>`, keys `<namespace>/<pod>`. */
function keyedByProxy(byFile: Answers, staleAnswer: unknown): Answers {
  return Object.fromEntries(
    Object.entries(byFile).map(([file, answer]) => {
      const key = file.replace('.', '/');
      return [key, staleAnswer !== undefined && key.startsWith(staleProxy.key) ? staleAnswer : answer];
    }),
  );
}

function packEnvoys(from: string, stale: Answers): void {
  for (const folder of folders(from)) {
    const key = folder.replace('.', '/');
    const answers = readAnswers(path.join(from, folder));
    const isStale = key.startsWith(staleProxy.key);
    const overlay = isStale ? { config_dump: stale.envoy_config_dump, clusters: stale.envoy_clusters } : {};
    const byPath = Object.entries({ ...answers, ...overlay }).map(([file, answer]) => [
      adminPathByFile[file] ?? file,
      answer,
    ]);
    write(`envoy/${folder}`, Object.fromEntries(byPath));
  }
}

/** Each line is one body that a proxy sent: a list of spans. */
function readSpans(file: string): unknown[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n');
  return lines.filter((line) => line !== '').flatMap((line) => JSON.parse(line));
}

rmSync(target, { recursive: true, force: true });
write('about', { hasTraffic: true });
const stale = earlier(readAnswers(path.join(source, staleProxy.folder)), staleProxy.laterMs);
packObjects(path.join(source, 'kubernetes'));
packIstiod(path.join(source, 'istiod'), stale);
packEnvoys(path.join(source, 'envoy'), stale);
write('logs', readAnswers(path.join(source, 'logs')));
write('spans', { spans: readSpans(path.join(source, 'traces', 'zipkin-spans.jsonl.gz')) });
