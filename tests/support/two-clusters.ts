import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exporterHistory } from './exporter-history.ts';

/** Istio's name of the recorded mesh. */
export const homeName = 'Kubernetes';

/** One kubeconfig for several API servers, a context each; the first one is the current. */
export function writeContexts(servers: Readonly<Record<string, { url: string; token?: string }>>): string {
  const file = join(mkdtempSync(join(tmpdir(), 'vigla-contexts-')), 'config');
  writeFileSync(file, JSON.stringify(kubeconfigOf(servers)));
  return file;
}

export function kubeconfigOf(servers: Readonly<Record<string, { url: string; token?: string }>>) {
  const entries = Object.entries(servers);
  return {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: entries.map(([name, { url }]) => ({
      name,
      cluster: { server: url, 'insecure-skip-tls-verify': true },
    })),
    users: entries.map(([name, { token }]) => ({ name, user: token === undefined ? {} : { token } })),
    contexts: entries.map(([name]) => ({ name, context: { cluster: name, user: name } })),
    'current-context': entries[0]?.[0],
  };
}

/**
 * What the exporter of the recorded mesh would have said, as if the same traffic ran in each of the clusters; only series
 * that name a cluster are repeated.
 */
export async function* historyOf(
  clusters: readonly string[],
  atSeconds: readonly number[],
): AsyncGenerator<string> {
  for await (const text of exporterHistory(atSeconds)) {
    if (text.startsWith('# EOF')) {
      yield text;
      continue;
    }
    const lines = text.split('\n').filter((line) => line.includes(`_cluster="${homeName}"`));
    for (const cluster of clusters)
      yield lines
        .map((line) => `${line.replaceAll(`_cluster="${homeName}"`, `_cluster="${cluster}"`)}\n`)
        .join('');
  }
}
