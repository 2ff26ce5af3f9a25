import { z } from 'zod';
import { urlText, urlTexts } from '#lib/url-parameters.ts';

/** What the page keeps in its address, beside the scope that every page has. */
export const fleetUrl = z.object({
  q: urlText(),
  drift: urlTexts(),
  state: urlTexts(),
  type: urlTexts(),
  version: urlTexts(),
  revision: urlTexts(),
  istiod: urlTexts(),
  /** Of those in view; "cluster" is the scope's. */
  clusters: urlTexts(),
  /** A column; with a minus before it, its largest first. */
  sort: urlText('drift'),
  /** Columns; empty for those that are hidden by default, `none` for none. */
  hide: urlText(),
});
export type FleetState = z.output<typeof fleetUrl>;

export type FleetFacetId = 'drift' | 'state' | 'type' | 'version' | 'revision' | 'istiod' | 'clusters';
