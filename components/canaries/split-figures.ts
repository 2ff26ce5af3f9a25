import type { CanaryItem } from '#lib/contract/canaries.ts';
import { formatConfiguredFigure, formatShareFigure } from '#lib/format-share.ts';
import { words } from './words.ts';

type Versions = Pick<CanaryItem, 'versions'>;

/** `75 / 25`: what is configured, in percent; decimals only where there are any. */
export function configuredFigures({ versions }: Versions): string {
  return versions.map(({ share }) => formatConfiguredFigure(share)).join(' / ');
}

/** `74.6 / 25.4`: what was observed, in percent; undefined where no version got a request. */
export function observedFigures({ versions }: Versions): string | undefined {
  if (!hasRequests({ versions })) return undefined;
  return versions.map(({ observed }) => formatShareFigure(observed?.share)).join(' / ');
}

/** The same, and why there is none: without telemetry nobody knows whether there were requests. */
export function observedWords(item: Versions & Pick<CanaryItem, 'unobserved'>): string {
  return observedFigures(item) ?? absenceWords(item);
}

/** Why there are no observed figures. */
export function absenceWords({ unobserved }: Pick<CanaryItem, 'unobserved'>): string {
  return unobserved === undefined ? words.noRequests : words.notObserved;
}

export function hasRequests({ versions }: Versions): boolean {
  return versions.some(({ observed }) => observed !== undefined);
}
