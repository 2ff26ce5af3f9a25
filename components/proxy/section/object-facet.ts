import { linkKind } from '#components/ui/link-kind.ts';
import type { ProxyLink } from '#lib/contract/proxy-links.ts';
import { words } from '../words.ts';
import type { Facet, SectionRow } from './section-definition.ts';

/** By the kinds of the objects behind a row. Addresses may ask for one object, too. */
export function objectFacet<Row extends SectionRow>(): Facet<Row> {
  return {
    id: 'object',
    title: words.facets.object,
    read: ({ links }) => links.map(({ kind }) => kind),
    wordOf: (value) => {
      const [kind = value, ...name] = value.split('/');
      return [kind === 'IstioGateway' ? words.istioGateway : linkKind(kind), name.join('/')].join(' ').trim();
    },
  };
}

/** Whether one of the links leads to an object of a chosen kind, or to a chosen object `<kind>/<namespace>/<name>`. */
export function isChosenObject(links: readonly ProxyLink[], chosen: readonly string[]): boolean {
  return links.some(
    ({ kind, namespace, name }) => chosen.includes(kind) || chosen.includes(`${kind}/${namespace}/${name}`),
  );
}
