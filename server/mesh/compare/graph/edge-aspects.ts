import type { GraphEdge } from '#lib/contract/graph.ts';
import { formatBytesPerSecond } from '#lib/format-bytes.ts';
import { formatMs } from '#lib/format-ms.ts';
import { formatRate } from '#lib/format-rate.ts';
import { formatShare } from '#lib/format-share.ts';
import { countsDiffer, differsBy, sharesDiffer } from './beyond-chance.ts';
import { bytesOfRequest, type ChangedAspect, failingFactor } from './changed-aspects.ts';
import { bytesOf, rateOf } from './edge-figures.ts';
import { healthAspect } from './health-aspect.ts';
import { margins } from './margins.ts';
import { changedResponses } from './response-aspects.ts';

/** What changed about an edge that has traffic in both graphs, whose windows are of the same length. */
export function edgeAspects(before: GraphEdge, after: GraphEdge): ChangedAspect[] {
  const traffic = [
    ...rateAspect(before, after),
    ...shareAspect(before, after, {
      aspect: 'errors',
      field: 'errorShare',
      noun: 'Errors',
      factor: failingFactor,
    }),
    ...shareAspect(before, after, {
      aspect: 'clientErrors',
      field: 'clientErrorShare',
      noun: 'Client errors',
      factor: 1,
    }),
    ...changedResponses(before, after),
    ...latencyAspect(before, after),
    ...bytesAspect(before, after),
  ];
  const health = healthAspect(before, after, Math.max(rateOf(before), rateOf(after)));
  // Around a threshold chance alone moves a verdict; connections have no answers that could tell.
  const isBeyondChance = traffic.length > 0 || after.protocol === 'tcp';
  return [...(isBeyondChance ? health : []), ...traffic, ...mtlsAspect(before, after)];
}

function rateAspect(before: GraphEdge, after: GraphEdge): ChangedAspect[] {
  if (after.protocol === 'tcp') return [];
  const [was, is] = [rateOf(before), rateOf(after)];
  const isChanged =
    differsBy(was, is, margins.rate) && countsDiffer(before.requestCount ?? 0, after.requestCount ?? 0);
  if (!isChanged) return [];
  return [
    {
      aspect: 'rate',
      says: `${is > was ? 'More' : 'Fewer'} requests: ${formatRate(was)} → ${formatRate(is)}.`,
      weight: Math.abs(is - was),
    },
  ];
}

type Share = {
  aspect: 'errors' | 'clientErrors';
  field: 'errorShare' | 'clientErrorShare';
  noun: string;
  factor: number;
};

function shareAspect(
  before: GraphEdge,
  after: GraphEdge,
  { aspect, field, noun, factor }: Share,
): ChangedAspect[] {
  const [was, is] = [before[field], after[field]];
  if (was === undefined || is === undefined || Math.abs(is - was) < margins.share) return [];
  const isBeyond = sharesDiffer(
    { share: was, total: before.requestCount ?? 0 },
    { share: is, total: after.requestCount ?? 0 },
  );
  if (!isBeyond) return [];
  const weight = factor * Math.abs(is * rateOf(after) - was * rateOf(before));
  return [{ aspect, says: `${noun}: ${formatShare(was)} → ${formatShare(is)} of the requests.`, weight }];
}

function latencyAspect(before: GraphEdge, after: GraphEdge): ChangedAspect[] {
  const [was, is] = [before.responseTimeMs?.p95, after.responseTimeMs?.p95];
  const { relative, absoluteMs, fewestRequests } = margins.latency;
  const fewest = Math.min(before.requestCount ?? 0, after.requestCount ?? 0);
  if (was === undefined || is === undefined || fewest < fewestRequests) return [];
  if (!differsBy(was, is, { relative, absolute: absoluteMs })) return [];
  const share = Math.abs(is - was) / Math.max(is, was);
  return [
    {
      aspect: 'latency',
      says: `${is > was ? 'Slower' : 'Faster'}: the 95th percentile was ${formatMs(was)}, it is ${formatMs(is)}.`,
      weight: share * Math.max(rateOf(before), rateOf(after)),
    },
  ];
}

function bytesAspect(before: GraphEdge, after: GraphEdge): ChangedAspect[] {
  if (after.protocol !== 'tcp') return [];
  const [was, is] = [bytesOf(before) ?? 0, bytesOf(after) ?? 0];
  if (!differsBy(was, is, margins.bytes)) return [];
  return [
    {
      aspect: 'throughput',
      says: `${is > was ? 'More' : 'Fewer'} bytes: ${formatBytesPerSecond(was)} → ${formatBytesPerSecond(is)}.`,
      weight: Math.abs(is - was) / bytesOfRequest,
    },
  ];
}

function mtlsAspect(before: GraphEdge, after: GraphEdge): ChangedAspect[] {
  const [was, is] = [before.mtlsShare, after.mtlsShare];
  if (was === undefined || is === undefined) return [];
  const { between, atWhole } = margins.mtls;
  const difference = Math.abs(is - was);
  if (difference < (was === 1 || is === 1 ? atWhole : between)) return [];
  const says = `Mutual TLS: ${formatShare(was)} → ${formatShare(is)}.`;
  return [{ aspect: 'mtls', says, weight: difference * Math.max(weightOf(before), weightOf(after)) }];
}

/** An edge in requests per second, whatever it carries. */
function weightOf(edge: GraphEdge): number {
  return rateOf(edge) + (bytesOf(edge) ?? 0) / bytesOfRequest;
}
