import { showsLink } from './link.ts';
import type { Linker } from './linker.ts';
import { ownItems } from './own-items.ts';

/**
 * The mesh configuration behind what Envoy and Istio have for themselves: ways out to unknown hosts, the agent, tracing
 * and statistics, the workload's own certificate. Such items stand for no object. Each revision of the control plane has
 * a configuration of its own: the ConfigMap `istio`, or `istio-<revision>`.
 */
export const meshConfigLinks: Linker = ({ mesh, proxy, index, section }) => {
  const namespace = mesh.rootNamespace;
  const ofRevision = `istio-${proxy?.revision ?? 'default'}`;
  const name = index.exists('ConfigMap', namespace, ofRevision) ? ofRevision : 'istio';
  return (origin) =>
    ownItems
      .filter(({ sections, isIt }) => sections.includes(section) && isIt(origin))
      .slice(0, 1)
      .map(({ setting, because }) =>
        showsLink(
          { kind: 'MeshConfig', namespace, name },
          { confidence: 'inferred', part: setting, because },
        ),
      );
};
