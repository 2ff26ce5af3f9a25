import { z } from 'zod';
import { urlText, urlTexts } from '#lib/url-parameters.ts';

/** The tabs of a proxy's page; those of a section of its configuration have that section's name. */
export const proxyTabIds = [
  'clusters',
  'listeners',
  'routes',
  'endpoints',
  'secrets',
  'ecds',
  'bootstrap',
  'ztunnel',
  'stats',
  'logging',
  'raw',
  'drift',
  'compare',
] as const;
export type ProxyTabId = (typeof proxyTabIds)[number];

/** What the page keeps in the address beside the scope; an unknown tab is the first one. */
export const proxyUrl = z.object({ tab: urlText() });

/** The same below a workload's page, whose own tabs have the word `tab`: which pod's proxy, which of its tabs. */
export const proxyOfWorkloadUrl = z.object({ pod: urlText(), view: urlText() });

/** What the table of a section keeps in the address. Lists of values are facets: none chosen means any. */
export const sectionUrl = z.object({
  /** Looked for in every column. */
  q: urlText(),
  /** Id of the row that is open. */
  row: urlText(),
  /** A column; with a minus before it, its largest first. Empty for the section's own order. */
  sort: urlText(),
  /** Columns; empty for those that are hidden by default, `none` for none. */
  hide: urlText(),
  /** A kind, or one object as `<kind>/<namespace>/<name>`. */
  object: urlTexts(),
  state: urlTexts(),
  fqdn: urlTexts(),
  port: urlTexts(),
  subset: urlTexts(),
  direction: urlTexts(),
  type: urlTexts(),
  address: urlTexts(),
  name: urlTexts(),
  /** Envoy's cluster; the word `cluster` is the Kubernetes cluster in every address. */
  upstream: urlTexts(),
  status: urlTexts(),
  difference: urlTexts(),
});
export type SectionState = z.output<typeof sectionUrl>;

/** The fields of a section's table that are facets. */
export type FacetId = Exclude<keyof SectionState, 'q' | 'row' | 'sort' | 'hide'>;
