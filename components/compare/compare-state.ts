import { z } from 'zod';
import { urlText, urlTexts, urlWord } from '#lib/url-parameters.ts';

const compareTabs = ['graph', 'objects', 'proxies'] as const;
const compareViews = ['table', 'drawing'] as const;

/** What the page keeps in its address, beside the scope that every page has. */
export const compareUrl = z.object({
  tab: urlWord(compareTabs, 'graph'),
  view: urlWord(compareViews, 'table'),
  q: urlText(),
  sort: urlText(),
  hide: urlText(),
  change: urlTexts(),
  /** `node` or `edge`. */
  subject: urlTexts(),
  kind: urlTexts(),
  namespace: urlTexts(),
  maker: urlTexts(),
  match: urlTexts(),
  /** The row, or the part of the drawing, that is open. */
  open: urlText(),
});
export type CompareState = z.output<typeof compareUrl>;

/** A filter and a row are of one tab. */
export const freshTab: Partial<CompareState> = {
  q: '',
  sort: '',
  hide: '',
  change: [],
  subject: [],
  kind: [],
  namespace: [],
  maker: [],
  match: [],
  open: '',
};
