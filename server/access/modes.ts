import type { Config } from '#server/config.ts';
import { type Access, openAccess } from './access.ts';

export type AccessSetup = {
  config: Config;
  /** What a user may see by the cluster's own rules: for every mode that knows its users. */
  visibilityOf: Access['visibilityOf'];
};

/** How one way of signing in tells who asks. Made once, at start; it contacts nothing before the first request. */
export type AccessMode = (setup: AccessSetup) => Access;

/** Every way of signing in, by its value of `VIGLA_AUTH`. */
export const accessModes: Record<Config['VIGLA_AUTH'], AccessMode> = {
  anonymous: () => openAccess,
};
