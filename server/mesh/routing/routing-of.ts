import type { Routing } from '#lib/contract/routing.ts';
import { destinationPolicies, destinationRulesOf } from './destination-rules.ts';
import { endpointCounts } from './endpoint-counts.ts';
import { entrancesOf } from './entrances.ts';
import { gatewayApiDrafts } from './gateway-api-drafts.ts';
import { judgeRoutes } from './in-force.ts';
import type { RoutingInput } from './route-draft.ts';
import { routingSummary } from './routing-summary.ts';
import { subsetsOf } from './subsets.ts';
import { virtualServiceDrafts } from './virtual-service-drafts.ts';

/**
 * Everything in the objects that decides where a request to a Service or ServiceEntry goes: routes in the order in which
 * they are tried, their destinations with the pods behind, DestinationRules, and the ways in from outside.
 */
export function routingOf(input: RoutingInput): Routing {
  const { objects, subject } = input;
  const drafts = [...virtualServiceDrafts(input), ...gatewayApiDrafts(input)];
  const routes = judgeRoutes(drafts, input);
  const rules = destinationRulesOf(objects, subject);
  const endpoints =
    subject.kind === 'Service' ? endpointCounts(objects, `${subject.namespace}/${subject.name}`) : undefined;
  return {
    summary: routingSummary({ subject, routes, endpoints }),
    hosts: [...subject.hosts],
    ...(endpoints === undefined ? {} : { endpoints }),
    entrances: entrancesOf(drafts, input),
    routes,
    destinationRules: destinationPolicies(rules, input),
    subsets: subsetsOf(rules, input),
  };
}
