import type { Requirement } from '#lib/contract/details.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import type { DetailFacts } from '../detail-facts.ts';

/** What Istio asks of a Service, each judged. */
export function serviceRequirements(_service: ObjectOf<'Service'>, _facts: DetailFacts): Requirement[] {
  return [];
}
