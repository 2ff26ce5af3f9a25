import type { Service } from './services.ts';
import type { Workload } from './workloads.ts';

const unknown = 'unknown';

type Labels = Readonly<Record<string, string>>;

/** What one proxy knows about a request when it counts it. */
export type Observation = {
  reporter: 'source' | 'destination';
  /** Absent: the caller has no proxy, so nobody said who it is. */
  source: Workload | undefined;
  /** Absent: the request never reached a workload that says who it is. */
  destination: Workload | undefined;
  service: Service;
  isMutualTls: boolean;
  flags: string;
};

/**
 * The label set of Istio's standard metrics, without protocol and code. At the source the policy is always "unknown";
 * principals come from the certificates, so they are known to both sides of a mutual TLS connection only.
 */
export function labelsOf(observation: Observation): Labels {
  const { reporter, source, destination, service, isMutualTls, flags } = observation;
  return {
    reporter,
    ...sideLabels('source', source),
    ...sideLabels('destination', destination),
    source_principal: isMutualTls ? (source?.principal ?? unknown) : unknown,
    destination_principal: isMutualTls ? (destination?.principal ?? unknown) : unknown,
    destination_service: service.host,
    destination_service_name: service.name,
    destination_service_namespace: service.namespace,
    response_flags: flags,
    connection_security_policy: reporter === 'source' ? unknown : isMutualTls ? 'mutual_tls' : 'none',
  };
}

function sideLabels(side: 'source' | 'destination', workload: Workload | undefined): Labels {
  return {
    [`${side}_workload`]: workload?.name ?? unknown,
    [`${side}_workload_namespace`]: workload?.namespace ?? unknown,
    [`${side}_app`]: workload?.app ?? unknown,
    [`${side}_version`]: workload?.version ?? unknown,
    [`${side}_canonical_service`]: workload?.canonicalService ?? unknown,
    // Istio's default for a revision that nobody names.
    [`${side}_canonical_revision`]: workload?.canonicalRevision ?? 'latest',
    [`${side}_cluster`]: workload === undefined ? unknown : 'Kubernetes',
  };
}
