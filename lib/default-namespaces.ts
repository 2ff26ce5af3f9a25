import type { NamespaceItem } from './contract/namespaces.ts';

/**
 * What is shown when nobody chose: namespaces with traffic, without Istio's and Kubernetes' own. When nothing is known
 * to have traffic, all but the system's; when that leaves nothing, `*`.
 */
export function defaultNamespaces(items: readonly NamespaceItem[]): '*' | string[] {
  const usual = items.filter((item) => !item.isSystem);
  const busy = usual.filter((item) => (item.requestsPerSecond ?? 0) > 0);
  const names = [...new Set((busy.length > 0 ? busy : usual).map((item) => item.name))].sort();
  return names.length === 0 ? '*' : names;
}
