import { numberAt, objectAt, textAt } from '#server/mesh/proxy/json/json.ts';
import { durationWords } from '#server/mesh/proxy/sections/words/duration-words.ts';

/** When a host is ejected. `byDefault` is what Envoy takes where the field is left out; 0 is never. */
const triggers = [
  {
    field: 'consecutive_5xx',
    enforcing: 'enforcing_consecutive_5xx',
    words: 'errors (5xx) in a row',
    byDefault: 5,
    enforcedByDefault: 100,
  },
  {
    field: 'consecutive_gateway_failure',
    enforcing: 'enforcing_consecutive_gateway_failure',
    words: 'gateway errors (502, 503, 504) in a row',
    byDefault: 5,
    enforcedByDefault: 0,
  },
  {
    field: 'consecutive_local_origin_failure',
    enforcing: 'enforcing_consecutive_local_origin_failure',
    words: 'failed connections in a row',
    byDefault: 5,
    enforcedByDefault: 100,
  },
] as const;

/** When a cluster ejects hosts, and for how long, in words; empty where it never does. Source: Envoy's OutlierDetection. */
export function outlierDetection(cluster: unknown): string[] {
  const detection = objectAt(cluster, 'outlier_detection');
  if (detection === undefined) return [];
  const isSplit = detection.split_external_local_origin_errors === true;
  const when = triggers.flatMap(({ field, enforcing, words, byDefault, enforcedByDefault }) => {
    if (field === 'consecutive_local_origin_failure' && !isSplit) return [];
    const count = numberAt(detection, field) ?? byDefault;
    const isEnforced = (numberAt(detection, enforcing) ?? enforcedByDefault) > 0;
    return count > 0 && isEnforced ? [`ejects a host after ${count} ${words}`] : [];
  });
  return [
    ...when,
    ...((numberAt(detection, 'enforcing_success_rate') ?? 100) > 0
      ? ['ejects hosts that fail more often than the others']
      : []),
    `looks every ${durationWords(textAt(detection, 'interval') ?? '10s')}`,
    `ejects for ${durationWords(textAt(detection, 'base_ejection_time') ?? '30s')}, longer each time`,
    `at most ${numberAt(detection, 'max_ejection_percent') ?? 10} % of the hosts`,
  ];
}
