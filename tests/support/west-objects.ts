import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { bookinfoFolder } from './kubeapi.ts';

const listSchema = z.looseObject({
  items: z.array(z.looseObject({ metadata: z.looseObject({ name: z.string() }) })).min(1),
});

/** What only the home cluster has: these begin the names of Deployments of bookinfo, and of all that comes of them. */
const homeOnly = ['ratings-v1', 'reviews-v3'];

/**
 * The objects of another cluster of the recorded mesh, as a folder to load: the same, but for two Deployments with their
 * ReplicaSets and pods, and for what its istiod and its proxies call the cluster.
 */
export function writeWestObjects(cluster: string): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'vigla-west-')), 'kubernetes');
  cpSync(join(bookinfoFolder, 'kubernetes'), folder, { recursive: true });
  for (const name of ['apps/deployments.json', 'apps/replicasets.json', 'core/pods.json.gz']) {
    const path = join(folder, name);
    const isPacked = name.endsWith('.gz');
    const bytes = readFileSync(path);
    const text = (isPacked ? gunzipSync(bytes) : bytes).toString();
    const list = listSchema.parse(JSON.parse(text, (_, value: unknown) => inCluster(value, cluster)));
    const items = list.items.filter(({ metadata }) => !homeOnly.some((one) => metadata.name.startsWith(one)));
    const written = Buffer.from(JSON.stringify({ ...list, items }));
    writeFileSync(path, isPacked ? gzipSync(written) : written);
  }
  return folder;
}

const clusterVariable = z.object({ name: z.enum(['CLUSTER_ID', 'ISTIO_META_CLUSTER_ID']) });

/** A variable of a container that names the cluster. */
function inCluster(value: unknown, cluster: string): unknown {
  const variable = clusterVariable.safeParse(value);
  return variable.success ? { name: variable.data.name, value: cluster } : value;
}
