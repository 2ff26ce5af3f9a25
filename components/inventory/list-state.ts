import { z } from 'zod';
import { urlText, urlTexts } from '#lib/url-parameters.ts';

/** What a list keeps in its address, beside the scope that every page has. */
export const listUrl = z.object({
  q: urlText(),
  health: urlTexts(),
  mesh: urlTexts(),
  kind: urlTexts(),
  mtls: urlTexts(),
  /** Of those in view; "cluster" is the scope's. */
  clusters: urlTexts(),
  labels: urlText(),
  /** A column; with a minus before it, its largest first. */
  sort: urlText('health'),
  /** Columns; empty for those that are hidden by default, `none` for none. */
  hide: urlText(),
});
export type ListState = z.output<typeof listUrl>;

export type FacetId = 'health' | 'mesh' | 'kind' | 'mtls' | 'clusters';
