import { z } from 'zod';
import { urlFlag, urlText } from '#lib/url-parameters.ts';

/** What a tab with a table keeps in the page's address: what it looks for, by what it sorts, and which row is open. */
export const tableUrl = z.object({
  search: urlText(),
  sort: urlText(),
  row: urlText(),
  all: urlFlag(false),
});
