import type { Observation, ObservedSource } from '../observed.ts';
import type { PinnedSource } from '../pins/pinned-source.ts';
import { isOfRoutedService } from '../routed-service.ts';
import type { Split } from '../split.ts';

/** Callers by whether the split is theirs to keep. */
export type Callers = {
  judged: readonly ObservedSource[];
  /** They address the versions' own hosts, and no rule sends them there. */
  direct: readonly ObservedSource[];
};

/**
 * Callers that meet the split, and those that ought to: who asks for the routed host itself and is split otherwise is not
 * bound to the route. Where a route only leads to other Services, whoever it does not hold for addresses these directly.
 */
export function whoIsJudged(
  split: Split,
  { sources }: Observation,
  isGateway: (key: string) => boolean,
): Callers {
  const isRoutedHost = split.versions.some((version) => isOfRoutedService(version, split));
  const isJudged = (source: ObservedSource) => isRoutedHost || meets(split, source, isGateway);
  return {
    judged: sources.filter(isJudged),
    direct: sources.filter((source) => !isJudged(source)),
  };
}

/** The same without those of whom every line of the access logs names a version's own Service. */
export function withoutDirect(
  { judged, direct }: Callers,
  pinned: ReadonlyMap<string, PinnedSource>,
): Callers {
  const isDirect = ({ namespace, workload }: ObservedSource) => {
    const { lines = 0, directLines = 0 } = pinned.get(`${namespace}/${workload}`) ?? {};
    return lines > 0 && directLines === lines;
  };
  return {
    judged: judged.filter((source) => !isDirect(source)),
    direct: [...direct, ...judged.filter(isDirect)],
  };
}

/** Whether the rule holds for a caller. Source: Istio's VirtualService `gateways` and `exportTo`. */
export function meets(
  split: Split,
  { namespace, workload }: Pick<ObservedSource, 'namespace' | 'workload'>,
  isGateway: (key: string) => boolean,
): boolean {
  const key = `${namespace}/${workload}`;
  if (split.gatewayWorkloads.includes(key)) return true;
  if (!split.isMesh || isGateway(key)) return false;
  return split.callers === '*' || split.callers.includes(namespace);
}
