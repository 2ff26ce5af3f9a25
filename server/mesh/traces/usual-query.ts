import type { Matcher, MetricQuery } from '#server/metrics/query.ts';
import { partyName } from './party-name.ts';
import type { SpanCall } from './span-calls.ts';

export const durationMetric = 'istio_request_duration_milliseconds';

const sides = ['source', 'destination'] as const;
const by = [
  'reporter',
  'source_workload_namespace',
  'source_workload',
  'destination_workload_namespace',
  'destination_workload',
  'destination_service_namespace',
  'destination_service_name',
] as const;

/**
 * The one query that has the durations of all these calls: by reporter, of every workload that measured one. Its rows hold
 * more pairs than asked for, which costs less than an alternative for each. Undefined where nobody measured anything.
 */
export function usualQuery(calls: readonly SpanCall[], windowSeconds: number): MetricQuery | undefined {
  const anyOf = sides.flatMap((side): Matcher[][] => {
    const own = calls.flatMap((call) => (call.reporter === side ? [call[side]] : []));
    const measured = own.filter((party) => party !== undefined && party.workload !== '');
    if (measured.length === 0) return [];
    return [
      [
        { label: 'reporter', is: '=', value: side },
        {
          label: `${side}_workload_namespace`,
          is: '=~',
          value: oneOf(measured.map((party) => party?.namespace)),
        },
        { label: `${side}_workload`, is: '=~', value: oneOf(measured.map((party) => party?.workload)) },
      ],
    ];
  });
  if (anyOf.length === 0) return undefined;
  return { fn: 'buckets', selector: { metric: durationMetric, matchers: [], anyOf }, windowSeconds, by };
}

/** The matchers that choose exactly the requests that are compared with a call. */
export function matchersOf({ reporter, source, destination, addressed }: SpanCall): Matcher[] {
  const equals = (label: string, value: string | undefined): Matcher[] =>
    value === undefined || value === '' ? [] : [{ label, is: '=', value }];
  const isNobody = source !== undefined && partyName(source) === undefined;
  return [
    ...equals('reporter', reporter),
    ...equals('source_workload_namespace', source?.namespace),
    // Istio's word for a caller without a proxy.
    ...equals('source_workload', isNobody ? 'unknown' : source?.workload),
    ...equals('destination_workload_namespace', destination?.namespace),
    ...equals('destination_workload', destination?.workload),
    ...equals('destination_service_namespace', addressed?.namespace),
    ...equals('destination_service_name', addressed?.name),
  ];
}

function oneOf(names: readonly (string | undefined)[]): string {
  const distinct = new Set(names.flatMap((name) => (name === undefined ? [] : [name])));
  return [...distinct]
    .sort()
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
}
