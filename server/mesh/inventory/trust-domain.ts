import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { meshConfigValue } from './mesh-config-value.ts';

/** The mesh's trust domain, Istio's default where its configuration names none; undefined where that was not found. */
export function trustDomain(
  objects: Pick<MeshObjects, 'ConfigMap'>,
  { rootNamespace, revision }: { rootNamespace: string; revision: string | undefined },
): string | undefined {
  const name = revision === undefined || revision === 'default' ? 'istio' : `istio-${revision}`;
  const mesh = objects.ConfigMap.find(
    ({ metadata }) => metadata.namespace === rootNamespace && metadata.name === name,
  )?.data?.mesh;
  return mesh === undefined ? undefined : (meshConfigValue(mesh, ['trustDomain']) ?? 'cluster.local');
}
