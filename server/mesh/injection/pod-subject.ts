import type { ObjectOf } from '#lib/objects/kinds.ts';

/** What of a pod, or of a pod template, decides about injection. */
export type PodSubject = {
  /** For sentences: `Pod shop/web-1`, `Deployment shop/web`. */
  title: string;
  namespace: string;
  labels: Readonly<Record<string, string>>;
  annotations: Readonly<Record<string, string>>;
  hostNetwork: boolean;
};

export function subjectOfPod({ metadata, spec }: ObjectOf<'Pod'>): PodSubject {
  return {
    title: `Pod ${metadata.namespace}/${metadata.name}`,
    namespace: metadata.namespace ?? '',
    labels: metadata.labels,
    annotations: metadata.annotations,
    hostNetwork: spec.hostNetwork === true,
  };
}
