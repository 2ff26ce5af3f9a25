import { z } from 'zod';
import type { ObjectReference } from '#lib/contract/evidence.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import { gatewayReference } from '#server/mesh/gateway-reference.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { resolveDestinations } from './destinations.ts';
import {
  leadsTo,
  markUnreachable,
  type RouteDraft,
  type RoutingInput,
  type RuleDraft,
} from './route-draft.ts';
import { stringMatchSchema } from './string-match.ts';
import { virtualServiceActions } from './virtual-service-actions.ts';
import { isMatchOfAll, virtualServiceMatchWords } from './virtual-service-match.ts';

type VirtualService = ObjectOf<'VirtualService'>;
type Protocol = 'http' | 'tls' | 'tcp';
const protocols: readonly Protocol[] = ['http', 'tls', 'tcp'];

/** VirtualServices that name the subject or lead to it, once for the mesh and once for their gateways. */
export function virtualServiceDrafts(input: RoutingInput): RouteDraft[] {
  return input.objects.VirtualService.filter(({ spec }) => spec.hosts.length > 0).flatMap((object) => {
    const gateways = object.spec.gateways ?? ['mesh'];
    const others = gateways.filter((gateway) => gateway !== 'mesh');
    return [
      ...(gateways.includes('mesh') ? draftsOf(object, ['mesh'], input) : []),
      ...(others.length > 0 ? draftsOf(object, others, input) : []),
    ];
  });
}

function draftsOf(object: VirtualService, gateways: readonly string[], input: RoutingInput): RouteDraft[] {
  const { subject } = input;
  const { metadata, spec } = object;
  const namespace = metadata.namespace ?? '';
  const isNamed = spec.hosts.some((host) => subject.isNamedBy(host, namespace));
  const isMesh = gateways.includes('mesh');
  return protocols.flatMap((protocol): RouteDraft[] => {
    const rules = rulesOf(object, protocol, { gateways, objects: input.objects });
    const shown = isNamed && isMesh ? rules : rules.filter((rule) => leadsTo(subject, rule));
    if (shown.length === 0) return [];
    return [
      {
        object: { kind: 'VirtualService', namespace, name: metadata.name },
        protocol,
        side: isMesh ? 'mesh' : 'gateway',
        gateways: isMesh
          ? []
          : gateways.map((gateway) => ({ kind: 'IstioGateway', ...gatewayReference(gateway, namespace) })),
        hosts: spec.hosts,
        rules: shown,
        createdAt: metadata.creationTimestamp ?? '',
        isNamed,
        exportTo: spec.exportTo ?? [],
      },
    ];
  });
}

type At = { gateways: readonly string[]; objects: MeshObjects };

function rulesOf(object: VirtualService, protocol: Protocol, at: At): RuleDraft[] {
  const ownRules = protocol === 'http' ? httpRules(object, at) : l4Rules(object, protocol, at);
  return markUnreachable(ownRules);
}

function httpRules({ metadata, spec }: VirtualService, at: At): (RuleDraft & { takesAll: boolean })[] {
  const namespace = metadata.namespace ?? '';
  const own = { kind: 'VirtualService', namespace, name: metadata.name };
  return spec.http.flatMap((route, index) => {
    const all = route.match ?? [];
    const matches = all.filter((match) => appliesAt(match.gateways, at.gateways));
    if (all.length > 0 && matches.length === 0) return [];
    const takesAll = all.length === 0 || matches.some(isMatchOfAll);
    const rule = {
      ...named(route.name),
      object: own,
      path: `spec.http[${index}]`,
      matches: all.length === 0 ? [] : matches.map(virtualServiceMatchWords).filter((text) => text !== ''),
      actions: virtualServiceActions(route),
      paths: matches.flatMap(pathOf),
      takesAll,
    };
    if (route.delegate !== undefined)
      return delegatedRules(
        { name: route.delegate.name ?? '', namespace: route.delegate.namespace ?? namespace },
        rule,
        at,
      );
    const destinations = (route.route ?? []).map(({ destination, weight }) => ({
      host: destination.host,
      subset: destination.subset,
      port: destination.port?.number,
      weight,
    }));
    const sum = weightSum(destinations);
    return [
      {
        ...rule,
        actions: sum === undefined ? rule.actions : [...rule.actions, sumWords(sum)],
        isUnreachable: false,
        destinations: resolveDestinations(destinations, { objects: at.objects, namespace }),
      },
    ];
  });
}

/** The sum of several weights where it is not 100. */
function weightSum(destinations: readonly { weight?: number | undefined }[]): number | undefined {
  if (destinations.length < 2) return undefined;
  const sum = destinations.reduce((total, { weight = 0 }) => total + weight, 0);
  return sum === 100 ? undefined : sum;
}

function sumWords(sum: number): string {
  return sum === 0
    ? 'all weights are 0: nothing is sent on'
    : `weights add up to ${sum}, so they are shares of ${sum}`;
}

type Parent = { object: ObjectReference; path: string; matches: string[]; takesAll: boolean };

/** A delegate's rules hold where its root's match does as well. A delegate that is missing takes the requests nowhere. */
function delegatedRules(
  { namespace, name }: { namespace: string; name: string },
  parent: Parent & { actions: string[]; paths: string[] },
  at: At,
): (RuleDraft & { takesAll: boolean })[] {
  const delegate = at.objects.VirtualService.find(
    ({ metadata, spec }) =>
      metadata.name === name && metadata.namespace === namespace && spec.hosts.length === 0,
  );
  if (delegate === undefined) {
    const action = `leads to the VirtualService ${namespace}/${name}, which does not exist or has hosts of its own`;
    return [{ ...parent, actions: [...parent.actions, action], destinations: [], isUnreachable: false }];
  }
  return httpRules(delegate, at).map((rule) => ({
    ...rule,
    matches: crossed(parent.matches, rule.matches),
    actions: [...parent.actions, ...rule.actions],
    paths: rule.paths.length > 0 ? rule.paths : parent.paths,
    takesAll: parent.takesAll && rule.takesAll,
  }));
}

function crossed(outer: readonly string[], inner: readonly string[]): string[] {
  if (outer.length === 0 || inner.length === 0) return [...outer, ...inner];
  return outer.flatMap((one) => inner.map((other) => `${one}, ${other}`));
}

function l4Rules(
  { metadata, spec }: VirtualService,
  protocol: 'tls' | 'tcp',
  at: At,
): (RuleDraft & { takesAll: boolean })[] {
  const namespace = metadata.namespace ?? '';
  return spec[protocol].map(({ match = [], route = [] }, index) => ({
    object: { kind: 'VirtualService', namespace, name: metadata.name },
    path: `spec.${protocol}[${index}]`,
    matches: match.map(virtualServiceMatchWords).filter((text) => text !== ''),
    actions: [],
    destinations: resolveDestinations(
      route.map(({ destination, weight }) => ({
        host: destination.host,
        subset: destination.subset,
        port: destination.port?.number,
        weight,
      })),
      { objects: at.objects, namespace },
    ),
    isUnreachable: false,
    paths: [],
    takesAll: match.length === 0,
  }));
}

/** A match without gateways holds at all of its VirtualService's. */
function appliesAt(own: readonly string[] | undefined, gateways: readonly string[]): boolean {
  return own === undefined || own.length === 0 || own.some((gateway) => gateways.includes(gateway));
}

const pathMatchSchema = z.looseObject({ uri: stringMatchSchema });

function pathOf(match: unknown): string[] {
  const parsed = pathMatchSchema.safeParse(match);
  const path = parsed.success ? (parsed.data.uri.prefix ?? parsed.data.uri.exact) : undefined;
  return path === undefined ? [] : [path];
}

function named(name: string | undefined) {
  return name === undefined ? {} : { name };
}
