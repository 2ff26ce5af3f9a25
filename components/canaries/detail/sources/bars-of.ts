import type { CanaryVersion } from '#lib/contract/canaries.ts';
import type { CanarySource } from '#lib/contract/canary-source.ts';
import { formatConfiguredFigure, formatShareFigure } from '#lib/format-share.ts';

export const barIds = ['configured', 'inEnvoy', 'observed'] as const;
export type BarId = (typeof barIds)[number];

export type SourceBar = {
  id: BarId;
  /** By version, 0 to 1; absent where there is nothing to draw. */
  shares?: readonly number[] | undefined;
  /** By version, in percent. */
  figures: readonly string[];
  /** By version: not what is configured, as the server judged it. */
  isOff: readonly boolean[];
  /** The interval of the chosen version's share. */
  whisker?: { low: number; high: number } | undefined;
};

/** The three numbers of a source that must agree. */
export function barsOf(
  source: Pick<CanarySource, 'versions' | 'inEnvoy' | 'proxies' | 'verdict'>,
  { versions, chosen }: { versions: readonly Pick<CanaryVersion, 'share'>[]; chosen: number },
): SourceBar[] {
  const configured = versions.map(({ share }) => share);
  const { inEnvoy } = source;
  return [
    {
      id: 'configured',
      shares: configured,
      figures: configured.map(formatConfiguredFigure),
      isOff: none(configured),
    },
    {
      id: 'inEnvoy',
      shares: inEnvoy,
      figures: inEnvoy?.map(formatConfiguredFigure) ?? [],
      isOff: inEnvoy?.map((share, index) => isOffInEnvoy(source) && share !== configured[index]) ?? [],
    },
    observedBar(source, chosen),
  ];
}

function observedBar(
  { versions, verdict }: Pick<CanarySource, 'versions' | 'verdict'>,
  chosen: number,
): SourceBar {
  const isCounted = versions.some(({ count = 0 }) => count > 0);
  if (!isCounted) return { id: 'observed', figures: [], isOff: [] };
  const shares = versions.map(({ estimate }) => estimate?.share ?? 0);
  return {
    id: 'observed',
    shares,
    figures: shares.map(formatShareFigure),
    // A share of few requests lies anywhere; only a mismatch says that it is not the configured one.
    isOff: versions.map(({ isOutside }) => isOutside && verdict.status === 'mismatch'),
    whisker: versions[chosen]?.estimate,
  };
}

/** The proxies that hold what most hold are not as configured. */
function isOffInEnvoy({ inEnvoy, proxies }: Pick<CanarySource, 'inEnvoy' | 'proxies'>): boolean {
  return proxies.some(
    ({ isAsConfigured, shares, state }) =>
      state === 'found' && !isAsConfigured && shares.every((share, index) => share === inEnvoy?.[index]),
  );
}

function none(shares: readonly number[]): boolean[] {
  return shares.map(() => false);
}
