import { z } from 'zod';
import { urlWord } from '#lib/url-parameters.ts';

export const tabIds = [
  'overview',
  'traffic',
  'inbound',
  'outbound',
  'traces',
  'logs',
  'proxy',
  'routing',
  'config',
] as const;
export type TabId = (typeof tabIds)[number];

/** What a details page keeps in its address, beside the scope; tabs keep their own fields there. */
export const detailsUrl = z.object({ tab: urlWord(tabIds, 'overview') });
