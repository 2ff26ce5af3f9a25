import { z } from 'zod';
import { urlFlag, urlText, urlTexts } from '#lib/url-parameters.ts';

/** What the log levels keep in the address. */
export const loggingUrl = z.object({ filter: urlText(), level: urlTexts(), changed: urlFlag(false) });
export type LoggingState = z.output<typeof loggingUrl>;
