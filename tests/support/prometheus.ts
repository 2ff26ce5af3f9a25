import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { findFreePort } from './free-port.ts';
import { waitUntil } from './wait-until.ts';

export type PrometheusServerOptions = {
  /** Full addresses to scrape, e.g. `http://127.0.0.1:3000/demo/metrics`. */
  targets?: readonly string[];
  scrapeIntervalSeconds?: number;
  /** History in OpenMetrics text (see `openMetricsHistory`), in pieces of any size; it ends with `# EOF`. */
  backfill?: Iterable<string> | AsyncIterable<string>;
  /** Features that have to be switched on, e.g. `exemplar-storage`. */
  features?: readonly string[];
};

export type PrometheusServer = { url: string; stop(): Promise<void> };

/** Starts a real Prometheus with data of its own in a temporary folder, and waits until it answers queries. */
export async function startPrometheus(options: PrometheusServerOptions = {}): Promise<PrometheusServer> {
  const folder = await mkdtemp(join(tmpdir(), 'vigla-prometheus-'));
  const data = join(folder, 'data');
  await mkdir(data);
  try {
    if (options.backfill !== undefined) await backfill({ folder, data, text: options.backfill });
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  const configuration = join(folder, 'prometheus.yml');
  await writeFile(configuration, JSON.stringify(scrapeConfiguration(options)));
  const port = await findFreePort();
  const child = spawn(
    'prometheus',
    [
      `--config.file=${configuration}`,
      `--storage.tsdb.path=${data}`,
      `--web.listen-address=127.0.0.1:${port}`,
      // Tests write history of any time, which must not be swept away at once.
      '--storage.tsdb.retention.time=100y',
      '--log.level=warn',
      ...(options.features ?? []).map((feature) => `--enable-feature=${feature}`),
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let messages = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    messages += text;
  });
  const exited = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGKILL');
    await exited;
    await rm(folder, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  try {
    await waitUntil(
      async () => {
        if (child.exitCode !== null) throw new Error(messages);
        return (await fetch(`${url}/-/ready`)).ok;
      },
      { what: `Prometheus answers on ${url}`, withinMs: 60_000 },
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

type Backfill = { folder: string; data: string; text: Iterable<string> | AsyncIterable<string> };

async function backfill({ folder, data, text }: Backfill): Promise<void> {
  const file = join(folder, 'history.openmetrics');
  await pipeline(Readable.from(text), createWriteStream(file));
  await promisify(execFile)('promtool', ['tsdb', 'create-blocks-from', 'openmetrics', '--quiet', file, data]);
  await rm(file);
}

/** JSON is YAML, too. */
function scrapeConfiguration({ targets = [], scrapeIntervalSeconds = 1 }: PrometheusServerOptions) {
  return {
    global: { scrape_interval: `${scrapeIntervalSeconds}s`, scrape_timeout: `${scrapeIntervalSeconds}s` },
    scrape_configs: targets.map((target, index) => {
      const { protocol, host, pathname } = new URL(target);
      return {
        job_name: `target-${index}`,
        scheme: protocol.slice(0, -1),
        metrics_path: pathname,
        static_configs: [{ targets: [host] }],
      };
    }),
  };
}
