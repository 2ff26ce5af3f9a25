/**
 * Packs the recording of an ambient mesh into `data-ambient/`: `node server/sources/recording/pack-ambient.ts <folder>`.
 * It has no traffic, logs or spans; the answers are those of istiod, of one ztunnel and of one waypoint.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { moveTimes } from '#lib/json/move-times.ts';

const [source] = process.argv.slice(2);
if (source === undefined)
  throw new Error('Give the folder of the recording, e.g. ../shared/recordings/ambient');
const target = path.join(import.meta.dirname, 'data-ambient');
const folder = source;

const waypoint = { file: 'bookinfo.waypoint-5d9c4-abcde', key: 'bookinfo/waypoint-5d9c4-abcde' };
const ztunnel = 'istio-system.ztunnel-x7k2p';

function read(...names: string[]): unknown {
  const file = path.join(folder, ...names);
  const bytes = file.endsWith('.gz') ? gunzipSync(readFileSync(file)) : readFileSync(file);
  const text = bytes.toString('utf8');
  return /\.json(\.gz)?$/.test(file) ? JSON.parse(text) : text;
}

/** It was made 40 minutes after the main recording, whose clock serves both. */
const shiftMs = -40 * 60_000;

function write(name: string, answers: unknown): void {
  const file = path.join(target, `${name}.json.gz`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, gzipSync(JSON.stringify(moveTimes(answers, shiftMs)), { level: 9 }));
}

function nameOf(file: string): string {
  return file.replace(/(\.json|\.txt)?(\.gz)?$/, '');
}

/** Lists by group and plural, as the main recording has them. */
function readObjects(): Record<string, Record<string, unknown>> {
  const groups: Record<string, Record<string, unknown>> = {};
  for (const file of readdirSync(path.join(folder, 'kubernetes')).sort()) {
    const list = read('kubernetes', file);
    const version =
      typeof list === 'object' && list !== null && 'apiVersion' in list ? String(list.apiVersion) : '';
    const group = version.includes('/') ? (version.split('/')[0] ?? '') : '';
    groups[group] = { ...groups[group], [nameOf(file)]: list };
  }
  return groups;
}

const proxies = z.array(z.looseObject({ proxy: z.string() }));

function readIstiod(): Record<string, unknown> {
  const files = readdirSync(path.join(folder, 'istiod')).sort();
  const answers = files.map((file) => [nameOf(file), read('istiod', file)]);
  const {
    'syncz-with-waypoint': later,
    'config_dump-waypoint': _dump,
    syncz,
    ...rest
  } = z.looseObject({ syncz: proxies, 'syncz-with-waypoint': proxies }).parse(Object.fromEntries(answers));
  // The first was asked before the waypoint connected, the second while ztunnel was away.
  const names = new Set(later.map(({ proxy }) => proxy));
  return { ...rest, syncz: [...later, ...syncz.filter(({ proxy }) => !names.has(proxy))] };
}

const named = z.array(z.object({ name: z.string() })).default([]);
const podsSchema = z.object({
  items: z.array(
    z.object({
      metadata: z.object({ namespace: z.string(), name: z.string() }),
      spec: z.object({ containers: named, initContainers: named }),
    }),
  ),
});
type Pod = z.output<typeof podsSchema>['items'][number];

/** Of the other proxies nothing was recorded. */
function writeSilentProxies(pods: readonly Pod[]): void {
  for (const { metadata, spec } of pods) {
    const hasProxy = [...spec.containers, ...spec.initContainers].some(({ name }) => name === 'istio-proxy');
    const file = `${metadata.namespace}.${metadata.name}`;
    if (hasProxy && file !== waypoint.file && file !== ztunnel) write(`envoy/${file}`, {});
  }
}

rmSync(target, { recursive: true, force: true });
write('about', { hasTraffic: false });
write('objects', readObjects());
write('istiod', readIstiod());
write('istiod-config_dump', { [waypoint.key]: read('istiod', 'config_dump-waypoint.json.gz') });
write(`envoy/${ztunnel}`, {
  config_dump: read('ztunnel', 'config_dump.json'),
  logging: read('ztunnel', 'logging.txt'),
  'agent/stats/prometheus': read('ztunnel', 'metrics.txt'),
});
write(`envoy/${waypoint.file}`, {
  config_dump: read('waypoint', 'config_dump.json.gz'),
  clusters: read('waypoint', 'clusters.json.gz'),
});
const pods = podsSchema.parse(read('kubernetes', 'pods.json.gz')).items;
writeSilentProxies(pods);
write('logs', {});
write('spans', { spans: [] });
