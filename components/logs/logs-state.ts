import { z } from 'zod';
import { logLevels } from '#lib/contract/logs.ts';
import { urlFlag, urlText, urlTexts, urlWord, urlWords } from '#lib/url-parameters.ts';

/** How many of the newest lines of each container are read. */
export const tails = ['100', '500', '1000', '2500', '5000', '10000'] as const;

/** What the logs tab keeps in the address, beside the scope. */
export const logsUrl = z.object({
  /** `pod/container` pairs; none means those that are read by default. */
  containers: urlTexts(),
  search: urlText(),
  regex: urlFlag(false),
  levels: urlWords(logLevels, [...logLevels]),
  tail: urlWord(tails, '500'),
  previous: urlFlag(false),
  follow: urlFlag(false),
  times: urlFlag(true),
  wrap: urlFlag(false),
  /** Access lines as they were written, without columns. */
  raw: urlFlag(false),
  /** The id of the line whose details show. */
  line: urlText(),
});
export type LogsState = z.output<typeof logsUrl>;
export type ChangeLogsState = (patch: Partial<LogsState>, options?: { history?: 'push' | 'replace' }) => void;
