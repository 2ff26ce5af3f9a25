import type { MeshProblem, ProblemSeverity } from '#lib/contract/mesh-problems.ts';
import type { ReplicaAnswer } from '#server/mesh/istiod/merge-answers.ts';
import { type MetricSample, parseExposition } from '#server/mesh/proxy/stats/parse-exposition.ts';

type Counter = { title: string; severity: ProblemSeverity; sentence: string; fix?: string };

/**
 * istiod's counters that only grow when something goes wrong; the sentence goes on after "3 times since it started". A
 * counter of a problem that push_status names is not among them.
 * Source: the metrics that istiod's packages register, `pilot/pkg/xds`, `security/pkg`, `pkg/kube`.
 */
const counters: Readonly<Record<string, Counter>> = {
  pilot_total_xds_rejects: {
    title: 'Proxies refused configuration',
    severity: 'degraded',
    sentence: 'a proxy refused what istiod sent',
    fix: 'Those that still refuse are listed among the proxies.',
  },
  pilot_total_xds_internal_errors: {
    title: 'Errors while configuration was made',
    severity: 'degraded',
    sentence: 'istiod could not make an answer; its log says why',
  },
  pilot_xds_write_timeout: {
    title: 'Proxies that did not take what was sent',
    severity: 'degraded',
    sentence: 'sending to a proxy took too long and its connection was closed',
  },
  pilot_xds_push_context_errors: {
    title: 'Errors while a push was prepared',
    severity: 'failing',
    sentence: 'istiod could not gather the configuration and pushed what it had before',
  },
  pilot_xds_push_errors: {
    title: 'Pushes that failed',
    severity: 'degraded',
    sentence: 'a push to a proxy failed',
  },
  pilot_sds_certificate_errors_total: {
    title: 'Secrets that could not be given out',
    severity: 'degraded',
    sentence: 'a gateway asked for a Secret that does not exist, is no certificate, or is not for it',
    fix: 'Compare credentialName of the Gateways with the Secrets of their namespaces.',
  },
  pilot_jwks_resolver_network_fetch_fail_total: {
    title: 'Keys for tokens could not be fetched',
    severity: 'degraded',
    sentence: 'the address of a RequestAuthentication’s keys gave no answer; its tokens are refused',
  },
  pilot_total_rejected_configs: {
    title: 'Configuration that istiod does not take',
    severity: 'degraded',
    sentence: 'an object was refused',
  },
  pilot_k8s_object_errors: {
    title: 'Objects that istiod could not read',
    severity: 'degraded',
    sentence: 'an object could not be read',
  },
  provider_lookup_cluster_failures: {
    title: 'Providers that lead nowhere',
    severity: 'degraded',
    sentence: 'the service of an extension provider was not found',
  },
  galley_validation_failed: {
    title: 'Objects refused by validation',
    severity: 'info',
    sentence: 'the webhook refused an object that somebody applied',
  },
  galley_validation_config_update_error: {
    title: 'The validation webhook could not be kept up to date',
    severity: 'info',
    sentence: 'istiod could not write its webhook; after a conflict with another replica it tries again',
  },
  sidecar_injection_failure_total: {
    title: 'Injections that failed',
    severity: 'failing',
    sentence: 'a pod was not given its proxy because of an error',
  },
  webhook_patch_failures_total: {
    title: 'Injection webhook could not be written',
    severity: 'degraded',
    sentence: 'istiod could not put its certificate into the webhook',
  },
  citadel_server_authentication_failure_count: {
    title: 'Callers that were not recognised',
    severity: 'degraded',
    sentence: 'a proxy asked for a certificate and could not prove who it is',
  },
  citadel_server_csr_parsing_err_count: {
    title: 'Certificate requests that make no sense',
    severity: 'degraded',
    sentence: 'a request for a certificate could not be read',
  },
  citadel_server_csr_sign_err_count: {
    title: 'Certificates that could not be signed',
    severity: 'failing',
    sentence: 'signing failed',
  },
  citadel_server_id_extraction_err_count: {
    title: 'Certificate requests without identity',
    severity: 'degraded',
    sentence: 'a request named no identity',
  },
  remote_cluster_sync_timeouts_total: {
    title: 'Clusters that were not read in time',
    severity: 'degraded',
    sentence: 'reading a remote cluster took too long, and istiod went on without it',
    fix: 'Whether its API server can be reached from istiod, and whether the remote secret is still good.',
  },
};

/** Counters above zero, of each replica of istiod, added up by metric and labels. */
export function failingMetrics(answers: readonly ReplicaAnswer<string>[]): MeshProblem[] {
  const problems = new Map<
    string,
    { sample: MetricSample; counter: Counter; total: number; replicas: string[] }
  >();
  for (const { replica, value: text } of answers)
    for (const sample of parseExposition(text).samples) {
      const counter = Object.hasOwn(counters, sample.name) ? counters[sample.name] : undefined;
      if (counter === undefined || !(sample.value > 0)) continue;
      const id = `istiod ${printed(sample)}`;
      const known = problems.get(id) ?? { sample, counter, total: 0, replicas: [] };
      known.total += sample.value;
      known.replicas.push(replica);
      problems.set(id, known);
    }
  return [...problems].map(([id, { sample, counter, total, replicas }]) => ({
    id,
    group: 'istiod',
    metric: sample.name,
    title: counter.title,
    severity: counter.severity,
    sentence: `${total === 1 ? 'Once' : `${total} times`} since istiod started ${counter.sentence}${labelWords(sample)}.`,
    ...(counter.fix === undefined ? {} : { fix: counter.fix }),
    objects: [],
    proxies: [],
    raw: `${printed(sample)} ${total}`,
    replicas,
  }));
}

function labelWords({ labels }: MetricSample): string {
  const words = Object.entries(labels).map(([label, value]) => `${label} ${value}`);
  return words.length === 0 ? '' : ` (${words.join(', ')})`;
}

function printed({ name, labels }: MetricSample): string {
  const inside = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  return inside.length === 0 ? name : `${name}{${inside.join(',')}}`;
}
