import { type Config, getConfig } from '#server/config.ts';
import { getSources } from '#server/sources/sources.ts';
import type { Access } from './access.ts';
import { accessModes } from './modes.ts';
import { reviewedVisibility } from './reviewed-visibility.ts';

/** Builds what the configuration says about who asks and what they may see. */
function createAccess(config: Config): Access {
  return accessModes[config.VIGLA_AUTH]({ config, visibilityOf: reviewedVisibility({ getSources }) });
}

const processWide: { [key: symbol]: Access | undefined } = globalThis;
const key = Symbol.for('vigla.access');

/**
 * The access of this process: on the global object because the framework loads this module once for each bundle.
 * @throws ViglaError `bad_configuration`
 */
export function getAccess(): Access {
  processWide[key] ??= createAccess(getConfig());
  return processWide[key];
}
