import { z } from 'zod';
import { urlText, urlTexts } from '#lib/url-parameters.ts';

/** What the list keeps in its address, beside the scope that every page has. */
export const objectsUrl = z.object({
  q: urlText(),
  kind: urlTexts(),
  force: urlTexts(),
  /** Of those in view; "cluster" is the scope's. */
  clusters: urlTexts(),
  /** A column; with a minus before it, its largest first. */
  sort: urlText('kind'),
  /** Columns; empty for those that are hidden by default, `none` for none. */
  hide: urlText(),
});
export type ObjectsState = z.output<typeof objectsUrl>;
