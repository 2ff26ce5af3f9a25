import { isObject, type Json, numberAt } from '#server/mesh/proxy/json/json.ts';

/**
 * What Envoy writes into a resource by itself where istiod says nothing: the same as leaving it out. All of them were seen
 * in endpoints (`ClusterLoadAssignment`).
 */
const filledIn: Readonly<Record<string, (value: Json) => boolean>> = {
  policy: (value) =>
    isObject(value) && Object.keys(value).length === 1 && numberAt(value, 'overprovisioning_factor') === 140,
  health_check_config: (value) => isObject(value) && Object.keys(value).length === 0,
  health_status: (value) => value === 'HEALTHY' || value === 'UNKNOWN',
};

export function isFilledIn(field: string, value: Json): boolean {
  return filledIn[field]?.(value) === true;
}
