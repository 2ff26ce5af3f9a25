import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The replica of istiod that the recorded mesh has, and the one that it has beside it here. */
export const istiodPods = ['istiod-nzq5g7tk5w-9wgnl', 'istiod-nzq5g7tk5w-second'] as const;

const secondIstiod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name: istiodPods[1],
    namespace: 'istio-system',
    labels: { app: 'istiod', 'istio.io/rev': 'default' },
  },
  spec: { containers: [{ name: 'discovery', args: ['--monitoringAddr=:15014'] }] },
  status: { phase: 'Running' },
};

/** As Istio's sample installs it: found by its name, and asked through the API server. */
const tracing = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'tracing', namespace: 'istio-system' },
  spec: { ports: [{ name: 'http-query', port: 80 }] },
};

/** A file of what the recorded mesh lacks, for an API server to load. */
export function writeExtraObjects(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'vigla-faults-')), 'extra.json');
  writeFileSync(file, JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [secondIstiod, tracing] }));
  return file;
}
