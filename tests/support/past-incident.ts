import { incidentTargets } from '#server/sources/recording/model/behaviours.ts';
import { seedOf } from '#server/sources/recording/model/hash.ts';
import { hourAt, incidentOfHour } from '#server/sources/recording/model/incidents.ts';

export type PastIncident = { namespace: string; workload: string; from: string; to: string };

/** An incident of the demo that is over: what it befell, and its time as page addresses say times. */
export function pastIncident(nowMs = Date.now()): PastIncident {
  const hour = hourAt(nowMs / 1000) - 2;
  const { target, startSeconds, endSeconds } = incidentOfHour(seedOf('vigla'), hour, incidentTargets);
  const [namespace = '', workload = ''] = target.split('/');
  const isoAt = (seconds: number) => new Date(seconds * 1000).toISOString();
  return { namespace, workload, from: isoAt(startSeconds), to: isoAt(endSeconds) };
}
