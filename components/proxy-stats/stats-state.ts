import { z } from 'zod';
import { urlFlag, urlText, urlTexts } from '#lib/url-parameters.ts';

/** What the statistics keep in the address. */
export const statsUrl = z.object({
  stat: urlText(),
  filter: urlText(),
  family: urlTexts(),
  of: urlTexts(),
  attention: urlFlag(false),
  unused: urlFlag(false),
});
export type StatsState = z.output<typeof statsUrl>;
