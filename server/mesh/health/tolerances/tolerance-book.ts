import type { GraphNode } from '#lib/contract/graph.ts';
import type { HealthRule } from '#lib/health-tolerances.ts';
import type { Inventory } from '#server/mesh/inventory/inventory.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { defaultThresholds, type Thresholds } from '../thresholds.ts';
import { annotated, type IgnoredAnnotation } from './annotated.ts';
import { ruleFinder, type Subject } from './rule-finder.ts';

type NodeSubject = Pick<
  GraphNode,
  'kind' | 'cluster' | 'namespace' | 'name' | 'app' | 'workload' | 'service'
>;

/** What is tolerated of everything in a mesh. */
export type ToleranceBook = {
  /** `defaultThresholds` itself where nobody said anything else. */
  of(node: NodeSubject): Thresholds;
  /** Whether some tolerance is of response times, which a graph does not ask for by itself. */
  needsResponseTimes: boolean;
  ignored: readonly IgnoredAnnotation[];
};

type Told = { objects: MeshObjects; inventory: Inventory; cluster: string; rules: readonly HealthRule[] };

/**
 * The narrowest word counts, whole: Vigla's annotation on the workload or service, Kiali's there, Vigla's on the
 * namespace, the first configured rule that fits, the defaults. An application has a word where its workloads agree.
 */
export function toleranceBook({ objects, inventory, cluster, rules }: Told): ToleranceBook {
  const { byKey, ignored } = annotated(objects, inventory);
  // Most meshes say nothing, and a large picture asks for every edge.
  if (byKey.size === 0 && rules.length === 0)
    return { of: () => defaultThresholds, needsResponseTimes: false, ignored };
  const ruleOf = ruleFinder(rules);
  const annotatedWord = ({ kind, namespace, name }: Subject): Thresholds | undefined =>
    byKey.get(`${kind}/${namespace}/${name}`) ?? byKey.get(`namespace/${namespace}`);
  const ofApplication = ({ namespace, name }: Subject): Thresholds | undefined => {
    const [only, ...others] = new Set(
      inventory
        .application({ namespace, app: name })
        .map((workload) => byKey.get(`workload/${namespace}/${workload.name}`)),
    );
    return others.length === 0 && only !== undefined ? only : byKey.get(`namespace/${namespace}`);
  };
  return {
    of: (node) => {
      const subject = subjectOf(node);
      if (subject === undefined) return defaultThresholds;
      const tell = subject.kind === 'application' ? ofApplication : annotatedWord;
      // Annotations were read in the home cluster alone.
      return (node.cluster === cluster ? tell(subject) : undefined) ?? ruleOf(subject) ?? defaultThresholds;
    },
    needsResponseTimes:
      rules.some(({ p95Ms }) => p95Ms !== undefined) ||
      [...byKey.values()].some(({ responseTimeP95Ms }) => responseTimeP95Ms !== undefined),
    ignored,
  };
}

/** What a node is to whoever writes a tolerance; nothing of that kind for Istio's own nodes. */
function subjectOf({ kind, namespace = '', name, app, workload, service }: NodeSubject): Subject | undefined {
  if (kind === 'service' || kind === 'serviceEntry')
    return { kind: 'service', namespace, name: service ?? name };
  if (kind === 'workload') return { kind, namespace, name: workload ?? name };
  if (kind !== 'application') return undefined;
  return workload === undefined
    ? { kind, namespace, name: app ?? name }
    : { kind: 'workload', namespace, name: workload };
}
