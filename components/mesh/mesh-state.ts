import { z } from 'zod';
import { urlWord } from '#lib/url-parameters.ts';

/** The tabs in the order in which they stand on the page. */
export const tabIds = [
  'overview',
  'injection',
  'ambient',
  'configuration',
  'registry',
  'problems',
  'metrics',
] as const;
export type TabId = (typeof tabIds)[number];

/** What the mesh page keeps in its address, beside the scope; tabs keep their own fields there. */
export const meshUrl = z.object({ tab: urlWord(tabIds, 'overview') });
