import { type ObjectKind, objectKinds } from '#lib/objects/kinds.ts';
import { textAt } from '#server/mesh/proxy/json/json.ts';

/** As the manifest has it; lists of built-in kinds leave it out, and then it is the version that is asked for first. */
export function apiVersionOf(kind: ObjectKind, manifest: unknown): string {
  const { group, versions } = objectKinds[kind];
  const [preferred = ''] = versions;
  return textAt(manifest, 'apiVersion') ?? (group === '' ? preferred : `${group}/${preferred}`);
}
