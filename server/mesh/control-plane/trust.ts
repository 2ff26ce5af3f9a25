import type { Health } from '#lib/contract/health.ts';
import type { Trust } from '#lib/contract/mesh.ts';
import type { ReplicaAnswer } from '#server/mesh/istiod/merge-answers.ts';
import { textAt, textsAt } from '#server/mesh/proxy/json/json.ts';
import { type MetricSample, parseExposition } from '#server/mesh/proxy/stats/parse-exposition.ts';

const dayMs = 86_400_000;
/** Roots live ten years as a rule; to change one takes weeks, since every proxy must know both for a while. */
const degradedDays = 90;
const failingDays = 14;

/** Trust domains by revision from `/debug/mesh`, and the end of the root certificate's life from istiod's own metrics. */
export function trustOf(options: {
  meshes: readonly ReplicaAnswer<unknown>[];
  metrics: readonly ReplicaAnswer<string>[];
  nowMs: number;
  shiftMs: number;
}): Trust {
  const { meshes, metrics, nowMs, shiftMs } = options;
  const domains = new Map<string, Trust['domains'][number]>();
  for (const { revision = 'default', value } of meshes) {
    const domain = textAt(value, 'trustDomain') ?? 'cluster.local';
    const aliases = textsAt(value, 'trustDomainAliases');
    domains.set(`${revision} ${domain}`, { revision, domain, aliases });
  }
  return {
    domains: [...domains.values()],
    roots: metrics.flatMap(({ replica, value }) => {
      const expirySeconds = parseExposition(value).samples.find(isRootExpiry)?.value;
      if (expirySeconds === undefined || expirySeconds <= 0) return [];
      const expiresAtMs = expirySeconds * 1000 + shiftMs;
      return [
        { replica, expiresAt: new Date(expiresAtMs).toISOString(), health: rootHealth(expiresAtMs - nowMs) },
      ];
    }),
  };
}

function isRootExpiry({ name }: MetricSample): boolean {
  return name === 'citadel_server_root_cert_expiry_timestamp';
}

function rootHealth(leftMs: number): Health {
  const days = Math.floor(leftMs / dayMs);
  if (days >= degradedDays) return { status: 'healthy', reasons: [] };
  const text =
    leftMs <= 0
      ? 'The root certificate has expired: no proxy trusts another'
      : `The root certificate ends in ${days} days`;
  return { status: days < failingDays ? 'failing' : 'degraded', reasons: [{ text, evidence: [] }] };
}
