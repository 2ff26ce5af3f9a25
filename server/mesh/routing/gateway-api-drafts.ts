import { z } from 'zod';
import { resolveDestinations } from './destinations.ts';
import { gatewayApiActions, gatewayApiMatchWords } from './gateway-api-words.ts';
import {
  leadsTo,
  markUnreachable,
  type RouteDraft,
  type RoutingInput,
  type RuleDraft,
} from './route-draft.ts';

const kinds = ['HTTPRoute', 'GRPCRoute'] as const;
type Route = RoutingInput['objects']['HTTPRoute'][number];

/** Routes of the Gateway API that hang on the subject (GAMMA) or lead to it, apart for the mesh and for gateways. */
export function gatewayApiDrafts(input: RoutingInput): RouteDraft[] {
  return kinds.flatMap((kind) => input.objects[kind].flatMap((route) => draftsOf(kind, route, input)));
}

function draftsOf(kind: (typeof kinds)[number], route: Route, input: RoutingInput): RouteDraft[] {
  const { subject } = input;
  const { metadata, spec } = route;
  const namespace = metadata.namespace ?? '';
  const rules = rulesOf(kind, route, input);
  const leading = rules.filter((rule) => leadsTo(subject, rule));
  const services = spec.parentRefs.filter((parent) => parent.kind === 'Service');
  const gateways = spec.parentRefs.filter((parent) => (parent.kind ?? 'Gateway') === 'Gateway');
  const isNamed = services.some(
    (parent) => parent.name === subject.name && (parent.namespace ?? namespace) === subject.namespace,
  );
  const common = {
    object: { kind, namespace, name: metadata.name },
    protocol: kind === 'GRPCRoute' ? ('grpc' as const) : ('http' as const),
    createdAt: metadata.creationTimestamp ?? '',
    exportTo: [],
  };
  const inMesh = isNamed ? rules : leading;
  return [
    ...(services.length === 0 || inMesh.length === 0
      ? []
      : [
          {
            ...common,
            side: 'mesh' as const,
            gateways: [],
            hosts: services.map(
              (parent) => `${parent.name}.${parent.namespace ?? namespace}.svc.cluster.local`,
            ),
            rules: inMesh,
            isNamed,
          },
        ]),
    ...(gateways.length === 0 || leading.length === 0
      ? []
      : [
          {
            ...common,
            side: 'gateway' as const,
            gateways: gateways.map((parent) => ({
              kind: 'Gateway',
              namespace: parent.namespace ?? namespace,
              name: parent.name,
            })),
            hosts: spec.hostnames,
            rules: leading,
            isNamed: false,
          },
        ]),
  ];
}

/**
 * The rules as they stand. The Gateway API tries the longest path and most headers first, whatever their order, so none
 * of them hides another.
 */
function rulesOf(kind: string, { metadata, spec }: Route, { objects }: RoutingInput): RuleDraft[] {
  const namespace = metadata.namespace ?? '';
  const rules = spec.rules.map((rule, index) => ({
    ...(rule.name === undefined ? {} : { name: rule.name }),
    object: { kind, namespace, name: metadata.name },
    path: `spec.rules[${index}]`,
    matches: (rule.matches ?? []).map(gatewayApiMatchWords).filter((text) => text !== ''),
    actions: gatewayApiActions(rule),
    destinations: resolveDestinations(
      rule.backendRefs.map((backend) => ({
        host: `${backend.name}.${backend.namespace ?? namespace}.svc.cluster.local`,
        port: backend.port,
        weight: backend.weight ?? 1,
      })),
      { objects, namespace },
    ),
    paths: (rule.matches ?? []).flatMap(pathOf),
    takesAll: false,
  }));
  return markUnreachable(rules);
}

const pathSchema = z.looseObject({ path: z.looseObject({ value: z.string() }) });

function pathOf(match: unknown): string[] {
  const parsed = pathSchema.safeParse(match);
  return parsed.success ? [parsed.data.path.value] : [];
}
