type Labels = Readonly<Record<string, string>>;

/**
 * What Istio's telemetry calls the app of a workload: the first of these labels of its pods, else the workload's name.
 * Source: Istio's reference of the canonical service labels.
 */
export function canonicalName(podLabels: Labels, workloadName: string): string {
  return (
    podLabels['service.istio.io/canonical-name'] ??
    podLabels['app.kubernetes.io/name'] ??
    podLabels.app ??
    workloadName
  );
}

/** What Istio's telemetry calls the version of a workload; `latest` where no label says one. */
export function canonicalRevision(podLabels: Labels): string {
  return (
    podLabels['service.istio.io/canonical-revision'] ??
    podLabels['app.kubernetes.io/version'] ??
    podLabels.version ??
    'latest'
  );
}
