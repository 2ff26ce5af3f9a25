import { ViglaError } from '#server/errors.ts';
import type { EnvoySource, Sources } from '#server/sources/interface.ts';

/** The way to the proxies. @throws ViglaError `not_found` where this installation has none */
export function envoyOf({ envoy }: Pick<Sources, 'envoy'>): EnvoySource {
  if (envoy !== undefined) return envoy;
  throw new ViglaError(
    'not_found',
    'This installation has no way to the proxies: it may not forward ports to pods.',
  );
}
