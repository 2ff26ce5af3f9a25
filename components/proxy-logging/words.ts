import { formatCount } from '#lib/format-count.ts';

/** Sentences and heads of a proxy's log levels. */
export const words = {
  logger: 'Logger',
  level: 'Level',
  start: 'At start',
  meaning: 'What it writes',
  changed: 'Changed',
  placeholder: 'Logger',
  noneChanged: 'Every logger has the level that it started with.',
  someChanged: (count: number) =>
    `${formatCount(count)} ${count === 1 ? 'logger has' : 'loggers have'} another level than at the start.`,
  levelCount: (level: string, count: number) => `${level} ${formatCount(count)}`,
  setAll: 'Set all',
  setLevel: (logger: string) => `Level of ${logger}`,
  set: 'Set level',
  allLoggers: 'all loggers',
  changing: 'Changing …',
  command: 'The same with istioctl',
  confirm: (level: string) => `Every request is written several times at ${level}; set it back afterwards.`,
} as const;
