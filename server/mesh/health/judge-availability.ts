import type { Health } from '#lib/contract/health.ts';
import { mergeHealth } from './merge-health.ts';

/** Pods that a workload should have and has; `desired` is undefined where nothing says how many there should be. */
export type Availability = {
  /** As in `kubectl get`, e.g. `Deployment bookinfo/reviews-v3`. */
  subject: string;
  desired: number | undefined;
  available: number;
};

/**
 * Health of a workload by its pods alone: none available is failing, fewer than desired degraded, none desired idle.
 * Kubernetes leaves `availableReplicas` out when it is 0.
 */
export function judgeAvailability({ subject, desired, available }: Availability): Health {
  if (desired === undefined) return { status: 'unknown', reasons: [] };
  if (desired === 0) return { status: 'idle', reasons: [] };
  if (available >= desired) return { status: 'healthy', reasons: [] };
  const pods = desired === 1 ? '1 pod' : `${desired} pods`;
  const text =
    available === 0
      ? `None of ${pods} of ${subject} is available`
      : `Only ${available} of ${pods} of ${subject} are available`;
  const evidence = [
    { kind: 'object' as const, text: `${subject}: desired ${desired}, available ${available}` },
  ];
  return { status: available === 0 ? 'failing' : 'degraded', reasons: [{ text, evidence }] };
}

/**
 * Health by pods where traffic could not be read. Pods that are missing are a fault whatever is known; that they are all
 * there says nothing of what they answer.
 */
export function withoutTraffic(availability: Health): Health {
  return availability.status === 'healthy' ? { status: 'unknown', reasons: [] } : availability;
}

/**
 * Health of something that has both traffic and pods. Pods that are there do not make idle traffic healthy, and pods
 * that are not there are a fault also without traffic. Traffic that could not be read leaves the pods' word.
 */
export function withAvailability(traffic: Health, availability: Health): Health {
  if (availability.status === 'unknown') return traffic;
  if (traffic.status === 'unknown') return availability;
  const arePodsMissing = availability.status === 'failing' || availability.status === 'degraded';
  return traffic.status === 'idle' && !arePodsMissing ? traffic : mergeHealth([availability, traffic]);
}
