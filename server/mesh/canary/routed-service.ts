import type { Split, SplitVersion } from './split.ts';

type OfVersion = Pick<SplitVersion, 'service'>;
type OfSplit = Pick<Split, 'services'>;

/** The version is behind a Service that the route itself is for: whoever asks for that one ought to meet the split. */
export function isOfRoutedService({ service }: OfVersion, { services }: OfSplit): boolean {
  return service !== undefined && services.includes(`${service.namespace}/${service.name}`);
}

/** The version has a Service of its own, which callers may name and so get past the route. */
export function hasOwnService(version: OfVersion, split: OfSplit): boolean {
  return version.service !== undefined && !isOfRoutedService(version, split);
}
