import type { ComparedField } from '#lib/contract/compare-sides.ts';

/** Annotations that a controller writes all the time: whose turn it is, and what it saw last. */
const kept = [
  'metadata.annotations["control-plane.alpha.kubernetes.io/leader"]',
  'metadata.annotations["endpoints.kubernetes.io/last-change-trigger-time"]',
];

/** Whether a field is what a controller reports about an object, not what somebody wants of it. */
export function isStatusField({ path }: Pick<ComparedField, 'path'>): boolean {
  return path === 'status' || /^status[.[]/.test(path) || kept.includes(path);
}
