import { z } from 'zod';
import { urlText, urlTexts } from '#lib/url-parameters.ts';

/** What the page keeps in its address, beside the scope that every page has. */
export const canariesUrl = z.object({
  q: urlText(),
  status: urlTexts(),
  kind: urlTexts(),
  reach: urlTexts(),
  rule: urlTexts(),
  /** Of those in view; "cluster" is the scope's. */
  clusters: urlTexts(),
  /** A column; with a minus before it, its largest first. */
  sort: urlText('verdict'),
  /** Columns; empty for those that are hidden by default, `none` for none. */
  hide: urlText(),
});
export type CanariesState = z.output<typeof canariesUrl>;

export type CanaryFacetId = 'status' | 'kind' | 'reach' | 'rule' | 'clusters';
