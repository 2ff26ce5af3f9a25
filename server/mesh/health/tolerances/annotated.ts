import type { Inventory } from '#server/mesh/inventory/inventory.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import type { Thresholds } from '../thresholds.ts';
import { type ParsedAnnotation, parseHealthAnnotation, parseRateAnnotation } from './parse-annotation.ts';
import { thresholdsOf } from './thresholds-of.ts';

const ownAnnotation = 'vigla.dev/health';
const kialiAnnotation = 'health.kiali.io/rate';

/** An annotation that could not be read; `subject` is like `Service shop/catalog`. */
export type IgnoredAnnotation = { namespace: string; message: string };

type Annotations = Readonly<Record<string, string>>;
type Bearer = { key: string; subject: string; namespace: string; annotations: Annotations };

/**
 * Tolerances that annotations set, by `workload|service/<namespace>/<name>` and `namespace/<name>`. Those of a workload
 * stand on its controller or on its pods. A wrong one counts as if it were not there, and is told.
 */
export function annotated(objects: MeshObjects, inventory: Inventory) {
  const byKey = new Map<string, Thresholds>();
  const ignored: IgnoredAnnotation[] = [];
  const parsed = new Map<string, Thresholds>();
  const read = ({ key, subject, namespace, annotations }: Bearer, readers: typeof ofThings): void => {
    for (const { annotation, parse } of readers) {
      const text = annotations[annotation];
      if (text === undefined) continue;
      const same = parsed.get(`${annotation} ${text}`);
      const result: ParsedAnnotation | { thresholds: Thresholds } =
        same === undefined ? parse(text) : { thresholds: same };
      if ('problem' in result) {
        ignored.push({
          namespace,
          message: `The annotation ${annotation} of ${subject} is ignored: ${result.problem}.`,
        });
        continue;
      }
      const thresholds = 'thresholds' in result ? result.thresholds : thresholdsOf(result.tolerance);
      parsed.set(`${annotation} ${text}`, thresholds);
      byKey.set(key, thresholds);
      return;
    }
  };
  for (const { kind, namespace, name, annotations, metadata } of inventory.workloads)
    read(
      {
        key: `workload/${namespace}/${name}`,
        subject: `${kind} ${namespace}/${name}`,
        namespace,
        annotations: { ...annotations, ...metadata?.annotations },
      },
      ofThings,
    );
  for (const kind of ['Service', 'ServiceEntry'] as const)
    for (const { metadata } of objects[kind]) {
      const { namespace = '', name, annotations } = metadata;
      const subject = `${kind} ${namespace}/${name}`;
      read({ key: `service/${namespace}/${name}`, subject, namespace, annotations }, ofThings);
    }
  for (const { metadata } of objects.Namespace) {
    const { name, annotations } = metadata;
    read(
      { key: `namespace/${name}`, subject: `Namespace ${name}`, namespace: name, annotations },
      ofNamespaces,
    );
  }
  return { byKey, ignored };
}

const own = { annotation: ownAnnotation, parse: parseHealthAnnotation };
const ofThings = [own, { annotation: kialiAnnotation, parse: parseRateAnnotation }];
const ofNamespaces = [own];
