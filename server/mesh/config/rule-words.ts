import type { Saying } from '#lib/contract/objects.ts';
import { routeSchema } from '#lib/objects/gateway-api.ts';
import { virtualServiceSchema } from '#lib/objects/istio.ts';
import type { ObjectKind, ObjectOf } from '#lib/objects/kinds.ts';
import { gatewayApiActions, gatewayApiMatchWords } from '#server/mesh/routing/gateway-api-words.ts';
import { virtualServiceActions } from '#server/mesh/routing/virtual-service-actions.ts';
import { virtualServiceMatchWords } from '#server/mesh/routing/virtual-service-match.ts';
import { type Words, words } from './spec-words.ts';

/** Each rule of a route: for which requests, what it does, and where it leads. */
export const ruleWordsByKind: Partial<Record<ObjectKind, Words>> = {
  VirtualService: words(virtualServiceSchema.shape.spec, virtualServiceRules),
  HTTPRoute: words(routeSchema.shape.spec, routeRules),
  GRPCRoute: words(routeSchema.shape.spec, routeRules),
};

function virtualServiceRules(spec: ObjectOf<'VirtualService'>['spec']): Saying[] {
  return [
    ...spec.http.map((rule, index) => ({
      text: ruleText({
        isLater: index > 0,
        name: rule.name,
        matches: (rule.match ?? []).map(virtualServiceMatchWords),
        actions: [...virtualServiceActions(rule), ...delegateWords(rule.delegate)],
        destinations: (rule.route ?? []).map(destinationText),
      }),
      path: `spec.http[${index}]`,
    })),
    ...(['tls', 'tcp'] as const).flatMap((protocol) =>
      spec[protocol].map(({ match = [], route = [] }, index) => ({
        text: ruleText({
          matches: match.map(virtualServiceMatchWords),
          actions: [],
          destinations: route.map(destinationText),
        }),
        path: `spec.${protocol}[${index}]`,
      })),
    ),
  ];
}

function routeRules(spec: ObjectOf<'HTTPRoute'>['spec']): Saying[] {
  return spec.rules.map((rule, index) => ({
    text: ruleText({
      name: rule.name,
      matches: (rule.matches ?? []).map(gatewayApiMatchWords),
      actions: gatewayApiActions(rule),
      destinations: rule.backendRefs.map(({ name, port, weight }) => {
        const place = port === undefined ? name : `${name}:${port}`;
        return rule.backendRefs.length === 1 ? place : `${place} (weight ${weight ?? 1})`;
      }),
    }),
    path: `spec.rules[${index}]`,
  }));
}

/** How many rules there are is said by the rules themselves where each is told. */
export function isRuleCount({ path }: Saying): boolean {
  return path === 'spec.http' || path === 'spec.tls' || path === 'spec.tcp' || path === 'spec.rules';
}

type Rule = {
  /** Rules before it are tried first. */
  isLater?: boolean;
  name?: string | undefined;
  matches: string[];
  actions: string[];
  destinations: string[];
};

function ruleText({ name, matches, actions, destinations, isLater = false }: Rule): string {
  const when =
    matches.filter((text) => text !== '').join('; or ') || (isLater ? 'everything else' : 'every request');
  const whither = destinations.length === 0 ? [] : [`goes to ${destinations.join(', ')}`];
  return `${name === undefined ? '' : `${name}: `}${when} → ${[...whither, ...actions].join('; ') || 'nothing'}`;
}

type Route = NonNullable<ObjectOf<'VirtualService'>['spec']['http'][number]['route']>[number];

function destinationText({ destination: { host, subset, port }, weight }: Route): string {
  const place = `${host}${port?.number === undefined ? '' : `:${port.number}`}`;
  return [
    place,
    ...(subset === undefined ? [] : [subset]),
    ...(weight === undefined ? [] : [`(weight ${weight})`]),
  ].join(' ');
}

function delegateWords(delegate: { name?: string | undefined; namespace?: string | undefined } | undefined) {
  return delegate === undefined
    ? []
    : [
        `leaves the choice to VirtualService ${[delegate.namespace, delegate.name].filter(Boolean).join('/')}`,
      ];
}
