import { z } from 'zod';
import { urlFlag, urlText, urlWord } from '#lib/url-parameters.ts';

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

/** What a tab with a table keeps in the page's address: what it looks for, by what it sorts, which row is open. */
const tableFields = { search: urlText(), sort: urlText(), row: urlText(), all: urlFlag(false) };

export const tableUrl = z.object(tableFields);
export const emptyTable = tableUrl.parse({});

/** What the mesh page keeps in its address, beside the scope. */
export const meshUrl = z.object({ tab: urlWord(tabIds, 'overview'), ...tableFields });
