import type { Evidence } from '#lib/contract/evidence.ts';
import type { GraphEdge } from '#lib/contract/graph.ts';
import { objectLink } from '#lib/object-place.ts';
import { inventoryOf } from '#server/mesh/inventory/inventory.ts';
import type { Decorator } from '../decorator.ts';
import { servicesLeadingTo } from './drawn-services.ts';
import { serviceKeyOf } from './node-subjects.ts';
import { meshRoutesOf } from './routes/mesh-routes.ts';
import type { RouteRule } from './routes/route-rule.ts';
import { ruleSentences } from './routes/rule-sentences.ts';

type Cause = { text: string; evidence: Evidence };
type CauseFinder = (rule: RouteRule, edge: GraphEdge) => Cause | undefined;

/** What a route can do to make two honest reporters disagree. */
const causes: readonly CauseFinder[] = [
  (rule, edge) => {
    const fault = ruleSentences.faultInjection(rule);
    if (fault === undefined || !sourceHasFlag(edge, ['FI', 'DI'])) return undefined;
    return causeOf(rule, {
      does: fault,
      field: 'fault',
      because: 'what it answers never reaches the receiver',
    });
  },
  (rule, edge) => {
    const { retryAttempts = 0, scope } = rule;
    if (retryAttempts === 0 || !(receiverSawMore(edge) || sourceHasFlag(edge, ['URX']))) return undefined;
    const does = `Tries requests${scope} up to ${retryAttempts} more times`;
    return causeOf(rule, {
      does,
      field: `retries.attempts: ${retryAttempts}`,
      because: 'the receiver counts every attempt',
    });
  },
  (rule, edge) => {
    const mirroring = ruleSentences.mirroring(rule);
    if (mirroring === undefined || !receiverSawMore(edge)) return undefined;
    return causeOf(rule, {
      does: mirroring,
      field: 'mirror',
      because: 'only the receiver counts the copies',
    });
  },
];

/** Adds to edges on which the reporters differ the routes that can be behind it; what the numbers say stays. */
export const reportersDiffer: Decorator = {
  isForWholeMesh: true,
  decorate(draft, facts) {
    const inventory = inventoryOf(facts.objects, facts.rootNamespace);
    // An edge that leads past a service node met its route all the same.
    const servicesAt = servicesLeadingTo({ inventory, facts });
    const nodes = new Map(draft.nodes.map((node) => [node.id, node]));
    const routes = meshRoutesOf(facts.objects);

    const rulesOn = ({ source, target }: GraphEdge): RouteRule[] => {
      const [from, to] = [nodes.get(source), nodes.get(target)];
      if (from === undefined || to === undefined) return [];
      // Where services call services, the one that is called routes; on the way out of a service it is that one.
      const routing = serviceKeyOf(to) ?? serviceKeyOf(from);
      const services = routing === undefined ? servicesAt(to) : [routing];
      return routes
        .filter((route) => route.services.some((service) => services.includes(service)))
        .filter(({ callers }) => callers === '*' || callers.includes(from.namespace ?? ''))
        .flatMap(({ meshRules }) => meshRules);
    };

    const decorateEdge = (edge: GraphEdge): GraphEdge => {
      if (edge.reportersDiffer === undefined) return edge;
      const found = rulesOn(edge).flatMap((rule) => causes.flatMap((find) => find(rule, edge) ?? []));
      if (found.length === 0) return edge;
      const { text, evidence, ...rest } = edge.reportersDiffer;
      return {
        ...edge,
        reportersDiffer: {
          ...rest,
          text: [text, ...found.map((cause) => cause.text)].join(' '),
          evidence: [...evidence, ...found.map((cause) => cause.evidence)],
        },
      };
    };
    return { ...draft, edges: draft.edges.map(decorateEdge) };
  },
};

function causeOf(
  { object, path }: RouteRule,
  { does, field, because }: { does: string; field: string; because: string },
): Cause {
  const name = `${object.kind} ${object.namespace}/${object.name}`;
  const predicate = does.charAt(0).toLowerCase() + does.slice(1);
  return {
    text: `${name} ${predicate}: ${because}.`,
    evidence: {
      kind: 'object',
      text: `${name} ${path}.${field}`,
      // The field may come with its value.
      link: objectLink(object, `${path}.${field.replace(/:.*/, '')}`),
    },
  };
}

/** Flags may come in pairs, such as `URX,UF`. */
function sourceHasFlag({ responses = [] }: GraphEdge, flags: readonly string[]): boolean {
  return responses.some(
    (response) =>
      response.reporter === 'source' && response.flags.split(',').some((flag) => flags.includes(flag)),
  );
}

function receiverSawMore({ reporters }: GraphEdge): boolean {
  const receiver = reporters?.destination ?? reporters?.waypoint;
  return (receiver?.requestsPerSecond ?? 0) > (reporters?.source?.requestsPerSecond ?? 0);
}
