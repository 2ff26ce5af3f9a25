import { workloadsOfGateway } from '#server/mesh/routing/in-force.ts';
import type { ProblemRule } from './problem-rule.ts';

/** A gateway that no proxy serves applies nothing. */
export const missingGateway: ProblemRule = ({ rule, route, mesh: { objects } }) => {
  const isIstio = route.object.kind === 'VirtualService';
  const unserved = rule.gateways.filter(
    (gateway) => workloadsOfGateway(gateway, { objects, isIstio }).length === 0,
  );
  return unserved.map(({ namespace, name }) => {
    const all = isIstio ? objects.IstioGateway : objects.Gateway;
    const exists = all.some(({ metadata }) => metadata.name === name && metadata.namespace === namespace);
    const what = exists ? 'is served by no proxy' : 'does not exist';
    return {
      id: 'missing-gateway',
      text: `Gateway ${namespace}/${name} ${what}: nothing applies this rule there.`,
    };
  });
};
