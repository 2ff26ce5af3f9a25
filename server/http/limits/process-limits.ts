import { getConfig } from '#server/config.ts';
import { createHeldOpen, type HeldOpen } from '#server/limits/held-open.ts';
import { createWindows, type Windows } from '#server/limits/windows.ts';

/** A kilobyte holds several: a few megabytes at most. */
const mostKeys = 20_000;
const windowMs = 60_000;

type Limits = { windows: Windows; follows: HeldOpen };

const processWide: { [key: symbol]: Limits | undefined } = globalThis;
const key = Symbol.for('vigla.limits');

/** What this process has counted: on the global object because the framework loads this module once for each bundle. */
export function processLimits(): Limits {
  processWide[key] ??= createLimits();
  return processWide[key];
}

function createLimits(): Limits {
  const { VIGLA_LIMIT_OPEN_FOLLOWS: mostPerKey, VIGLA_LIMIT_ALL_FOLLOWS: most } = getConfig();
  return {
    windows: createWindows({ windowMs, mostKeys, now: () => Date.now() }),
    follows: createHeldOpen({ mostPerKey, most }),
  };
}
