import type { MeshProblem } from '#lib/contract/mesh-problems.ts';
import type { ReplicaAnswer } from '#server/mesh/istiod/merge-answers.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { isObject, textAt } from '#server/mesh/proxy/json/json.ts';
import { type PushEntry, pushProblemKinds } from './push-problem-kinds.ts';

/**
 * istiod's `/debug/push_status` of all replicas in sentences, the same entry of several replicas once. A metric that is
 * not known here is shown as istiod wrote it.
 */
export function pushProblems(
  answers: readonly ReplicaAnswer<unknown>[],
  objects: MeshObjects,
): MeshProblem[] {
  const problems = new Map<string, MeshProblem>();
  for (const { replica, value } of answers)
    for (const { metric, entry } of entriesOf(value)) {
      const id = `push ${metric} ${entry.key}`;
      const known = problems.get(id);
      if (known === undefined) problems.set(id, problemOf({ id, metric, entry, replica, objects }));
      else known.replicas.push(replica);
    }
  return [...problems.values()];
}

function entriesOf(status: unknown): { metric: string; entry: PushEntry }[] {
  if (!isObject(status)) return [];
  return Object.entries(status).flatMap(([metric, byKey]) =>
    isObject(byKey)
      ? Object.entries(byKey).map(([key, value]) => ({
          metric,
          entry: { key, proxy: textAt(value, 'proxy'), message: textAt(value, 'message') ?? '' },
        }))
      : [{ metric, entry: { key: '', proxy: undefined, message: JSON.stringify(byKey) } }],
  );
}

type Told = { id: string; metric: string; entry: PushEntry; replica: string; objects: MeshObjects };

function problemOf({ id, metric, entry, replica, objects }: Told): MeshProblem {
  const kind = Object.hasOwn(pushProblemKinds, metric) ? pushProblemKinds[metric] : undefined;
  const raw = [metric, entry.key, entry.proxy, entry.message].filter(
    (text) => text !== undefined && text !== '',
  );
  return {
    id,
    group: 'push',
    metric,
    title: kind?.title ?? metric,
    severity: kind?.severity ?? 'info',
    sentence:
      kind?.sentence(entry, objects) ?? ([entry.key, entry.message].filter(Boolean).join(': ') || metric),
    ...(kind === undefined ? {} : { fix: kind.fix }),
    objects: kind?.objects(entry, objects) ?? [],
    proxies: proxyOf(entry.proxy),
    raw: raw.join(' · '),
    replicas: [replica],
  };
}

/** `reports-6qlxdm7kj7-zft5p.shop`: the namespace has no dot. */
function proxyOf(name: string | undefined): MeshProblem['proxies'] {
  const dot = name?.lastIndexOf('.') ?? -1;
  if (name === undefined || dot < 1) return [];
  return [{ pod: name.slice(0, dot), namespace: name.slice(dot + 1) }];
}
