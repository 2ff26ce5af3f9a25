import { formatQuantity } from '#lib/format-count.ts';
import type { PlacedRow } from './place-row.ts';

/** What had to be passed over in a split's rows, and what its counts lack, each a sentence. */
export function observationNotes(rows: readonly PlacedRow[], noun: 'request' | 'connection'): string[] {
  const sumOf = (figure: 'unusable' | 'fractional' | 'sharedResets') =>
    rows.reduce((sum, { row }) => sum + row[figure], 0);
  const counted = rows.filter(({ row }) => row.total > 0);
  const requestsOf = (isMeant: (one: PlacedRow) => boolean) =>
    counted.filter(isMeant).reduce((sum, { row }) => sum + row.total, 0);
  const unusable = sumOf('unusable');
  const fractional = sumOf('fractional');
  const sharedResets = sumOf('sharedResets');
  const nameless = requestsOf(({ row }) => row.source.workload === 'unknown');
  const unreached = requestsOf(({ place }) => place.kind === 'foreign' && place.workload === 'unknown');
  const ambiguous = Map.groupBy(
    counted.filter(({ place }) => place.kind === 'ambiguous'),
    ({ place }) => ('workload' in place ? place.workload : ''),
  );
  return [
    ...noteIf(
      unusable,
      `${formatQuantity(unusable, 'value')} of the counters, below zero or no numbers, had to be passed over.`,
    ),
    ...noteIf(
      fractional,
      `${formatQuantity(fractional, 'value')} of the counters, no whole numbers, had to be rounded.`,
    ),
    ...noteIf(
      sharedResets,
      `Counters fell ${formatQuantity(sharedResets, 'time')}, and the metric store keeps no label that tells pods apart ` +
        '(pod, instance), so what was counted around then may be too much.',
    ),
    ...noteIf(
      nameless,
      `${formatQuantity(nameless, noun)} came from callers that telemetry does not name; they stand under "unknown".`,
    ),
    ...noteIf(
      unreached,
      `${formatQuantity(unreached, noun)} reached a workload that telemetry does not name, so which version it was is ` +
        'not known.',
    ),
    ...[...ambiguous].map(
      ([workload, ofWorkload]) =>
        `${formatQuantity(
          ofWorkload.reduce((sum, { row }) => sum + row.total, 0),
          noun,
        )} reached "${workload}", which is behind several of these versions, so they belong to none.`,
    ),
  ];
}

function noteIf(count: number, sentence: string): string[] {
  return count === 0 ? [] : [sentence];
}
