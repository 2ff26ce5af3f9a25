/** Sentences and heads of a proxy's log levels. */
export const words = {
  logger: 'Logger',
  level: 'Level',
  start: 'At start',
  meaning: 'What it writes',
  changed: 'Changed',
  placeholder: 'Logger',
  setAll: 'Set all',
  setLevel: (logger: string, level: string) => `Level of ${logger}: ${level}`,
  setAllTitle: 'Set the level of all loggers',
  changing: 'Changing …',
  command: 'The same with istioctl',
} as const;
