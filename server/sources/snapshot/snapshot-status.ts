import type { SourceId, SourceStatus } from '#lib/contract/status.ts';
import type { MissingPart, SnapshotPart } from '#lib/snapshot/manifest.ts';

const partOf: Record<SourceId, readonly SnapshotPart[]> = {
  prometheus: ['metrics'],
  kubernetes: ['objects', 'logs'],
  istiod: ['istiod'],
  proxies: ['proxies'],
  traces: ['traces'],
  grafana: [],
};

const mostDetails = 20;

/** A source of a snapshot is well but for what could not be read when it was made. */
export function snapshotStatus(
  id: SourceId,
  missing: readonly MissingPart[],
  details: readonly string[] = [],
): SourceStatus {
  const own = missing.filter(({ of }) => partOf[id].includes(of));
  const isDegraded = own.some(({ isOverLimit }) => isOverLimit !== true);
  const reasons = own.map(({ reason }) => reason);
  const shown = [...details, ...reasons.slice(0, mostDetails)];
  const more = reasons.length > mostDetails ? [`… and ${reasons.length - mostDetails} more.`] : [];
  return {
    id,
    state: isDegraded ? 'degraded' : 'ok',
    ...(isDegraded && { reason: 'Some of it could not be read when the snapshot was made.' }),
    ...(shown.length > 0 && { details: [...shown, ...more] }),
  };
}
