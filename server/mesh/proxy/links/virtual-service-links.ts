import { type ConfigMarker, configMarkerOf } from './config-marker.ts';
import { l4RuleOf } from './l4-rule.ts';
import { showsLink } from './link.ts';
import { type LinkContext, type Linker, type LinkFinder, referenceTo } from './linker.ts';
import type { Origin } from './origin.ts';
import { type FoundRule, rulesOfRoutes } from './rules-of-routes.ts';
import { parseSyntheticName } from './synthetic-name.ts';

/**
 * The VirtualService that a route or chain is marked with, and the rule of it; where that rule delegates, the delegate's
 * rule as well. VirtualServices that Istio makes of other objects are left to those. Source: Istio's marker on routes
 * and on chains of TCP and TLS.
 */
export const virtualServiceLinks: Linker = (context, origins) => {
  const rules = context.section === 'routes' ? rulesOfRoutes(origins, context) : [];
  return (origin, position) => {
    const marker = configMarkerOf(origin.istio);
    if (marker?.kind !== 'virtual-service' || parseSyntheticName(marker.name) !== undefined) return [];
    return linksTo(
      marker,
      context.section === 'routes' ? rules[position] : l4Rule(origin, marker, context),
      context,
    );
  };
};

function l4Rule(origin: Origin, { namespace, name }: ConfigMarker, { index }: LinkContext) {
  const found = index.virtualService(namespace, name);
  return found && l4RuleOf(origin, found);
}

function linksTo(
  { namespace, name }: ConfigMarker,
  rule: FoundRule | undefined,
  { index }: LinkContext,
): ReturnType<LinkFinder> {
  const object = { kind: 'VirtualService', namespace, name };
  const isMissing = index.virtualService(namespace, name) === undefined;
  const marked = `Its metadata istio.config names VirtualService ${namespace}/${name}`;
  const root = showsLink(object, {
    confidence: 'marker',
    part: rule?.part,
    because: rule === undefined ? `${marked}.` : `${marked}; ${rule.because}.`,
    isMissing,
  });
  if (rule?.delegate === undefined) return [root];
  const { object: delegate, part } = rule.delegate;
  return [
    root,
    showsLink(referenceTo('VirtualService', delegate.metadata), {
      confidence: 'inferred',
      part,
      because: `Rule ${rule.part} of ${namespace}/${name} delegates to it; ${rule.because}.`,
    }),
  ];
}
