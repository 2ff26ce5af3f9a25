import { textAt } from '#server/mesh/proxy/json/json.ts';
import { configMarkerOf } from './config-marker.ts';
import { showsLink } from './link.ts';
import type { Linker } from './linker.ts';
import { parseSyntheticName } from './synthetic-name.ts';

/** The DestinationRule that shaped a cluster, and the subset that the cluster is. Source: Istio's marker on clusters. */
export const destinationRuleLinks: Linker =
  ({ index }) =>
  ({ istio }) => {
    const marker = configMarkerOf(istio);
    if (marker?.kind !== 'destination-rule') return [];
    const { namespace, name } = marker;
    const rule = index.destinationRule(namespace, name);
    if (rule === undefined && parseSyntheticName(name) !== undefined) return [];
    const subset = textAt(istio, 'subset') ?? '';
    const hasSubset = rule?.spec.subsets.some((one) => one.name === subset) === true;
    const marked = `Its metadata istio.config names DestinationRule ${namespace}/${name}`;
    return [
      showsLink(
        { kind: 'DestinationRule', namespace, name },
        {
          confidence: 'marker',
          part: hasSubset ? `subsets[${subset}]` : undefined,
          because:
            subset === ''
              ? `${marked}.`
              : `${marked}, and istio.subset its subset ${subset}${hasSubset || rule === undefined ? '' : ', which it does not have (any more)'}.`,
          isMissing: rule === undefined,
        },
      ),
    ];
  };
