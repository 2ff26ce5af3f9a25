import type { Evidence, Explanation } from '#lib/contract/evidence.ts';
import { type ComparedViews, comparedViews } from './compared-views.ts';
import type { EdgeTally } from './edge-tally.ts';
import { emptyView, type ResponseTally, type ViewTally } from './view-tally.ts';

/** Two proxies count the same requests at slightly different moments; less than this is no disagreement. */
const tolerance = 0.05;
/** Below this many requests a single one is more than the tolerance. */
const fewestRequests = 5;

/**
 * What lies between the view of the calling proxies and that of the receiving ones, where they disagree by more than 5 %
 * about requests that both could see: answers that only one of them saw, or the plain counts.
 */
export function reportersDiffer(edge: EdgeTally): Explanation | undefined {
  if (edge.isUnsent) return unsentOnly(edge);
  const compared = comparedViews(edge);
  if (compared === undefined) return undefined;
  const { source, receiver } = compared;
  const larger = Math.max(source.requestCount, receiver.requestCount);
  if (larger < fewestRequests) return undefined;
  const rateDiffers = Math.abs(source.requestCount - receiver.requestCount) / larger > tolerance;
  const errorsDiffer = Math.abs(errorShare(source) - errorShare(receiver)) > tolerance;
  if (!rateDiffers && !errorsDiffer) return undefined;

  const onlySource = onlyIn(source, receiver);
  const onlyReceiver = onlyIn(receiver, source);
  const unshared = [...onlySource, ...onlyReceiver].map(unsharedEvidence);
  return {
    text: `${sentence(source, receiver)}${reason(edge, compared, { onlySource, onlyReceiver })}`,
    evidence: unshared.length > 0 ? unshared : [source, receiver].flatMap(countEvidence),
  };
}

/** An edge that no caller's proxy knows of, though it reports its other requests to the same service. */
function unsentOnly({ main, views }: EdgeTally): Explanation {
  const receiver = views.destination ?? views.waypoint;
  return {
    text: `The receiving proxies counted ${round(main.requestCount)} requests that no calling proxy reports: mirrored copies, or attempts that were repeated elsewhere.`,
    evidence: receiver === undefined ? [] : onlyIn(receiver, emptyView()).map(unsharedEvidence),
  };
}

function sentence(source: ViewTally, receiver: ViewTally): string {
  return `The calling proxies counted ${round(source.requestCount)} requests, the receiving ones ${round(receiver.requestCount)}.`;
}

type Differences = { onlySource: readonly ResponseTally[]; onlyReceiver: readonly ResponseTally[] };

function reason(edge: EdgeTally, { source, receiver }: ComparedViews, only: Differences): string {
  const { onlySource, onlyReceiver } = only;
  const neverArrived = onlySource.filter(({ flags }) => flags !== '-');
  if (source.requestCount > receiver.requestCount && neverArrived.length > 0)
    return ` Some never arrived: ${neverArrived.map(({ code, flags }) => `${code} ${flags}`).join(', ')}.`;
  if (receiver.requestCount > source.requestCount && onlyReceiver.some(({ outcome }) => outcome === 'error'))
    return ' Retries fit this: the receiver answered errors that the caller never saw, and was asked again.';
  if (source.requestCount > receiver.requestCount)
    return ' Either some never arrived, or not all receiving proxies are scraped.';
  if (receiver.requestCount > source.requestCount && (edge.unsent?.requestCount ?? 0) > 0)
    return ` No calling proxy reports ${round(edge.unsent?.requestCount ?? 0)} of these: mirrored copies, or attempts that were repeated elsewhere.`;
  if (receiver.requestCount > source.requestCount)
    return ' Either requests were retried or mirrored, or not all calling proxies are scraped.';
  return ' They saw different answers to them.';
}

/** Answers of one view that the other has not at all, the most frequent first. */
function onlyIn(view: ViewTally, other: ViewTally): ResponseTally[] {
  const known = new Set([...other.responses.values()].map(({ code, flags }) => `${code}|${flags}`));
  return [...view.responses.values()]
    .filter(({ code, flags, perSecond }) => perSecond > 0 && !known.has(`${code}|${flags}`))
    .sort(
      (left, right) =>
        right.perSecond - left.perSecond ||
        (`${left.code}${left.flags}` < `${right.code}${right.flags}` ? -1 : 1),
    );
}

function unsharedEvidence({ reporter, code, flags, perSecond }: ResponseTally): Evidence {
  const answer = `response_code="${code === '-' ? '0' : code}",response_flags="${flags}"`;
  return {
    kind: 'series',
    text: `istio_requests_total{reporter="${reporter}",${answer}}: ${perSecond.toPrecision(3)}/s, not seen by the other side`,
  };
}

/** Both saw the same kinds of answers, so only how many there were can be shown. */
function countEvidence({ responses, requestsPerSecond }: ViewTally): Evidence[] {
  const reporters = [...new Set([...responses.values()].map(({ reporter }) => reporter))].sort();
  const matcher = reporters.length === 1 ? `="${reporters[0]}"` : `=~"${reporters.join('|')}"`;
  const text = `istio_requests_total{reporter${matcher}}: ${requestsPerSecond.toPrecision(3)}/s`;
  return [{ kind: 'series', text }];
}

function errorShare({ errorsPerSecond, requestsPerSecond }: ViewTally): number {
  return requestsPerSecond > 0 ? errorsPerSecond / requestsPerSecond : 0;
}

function round(count: number): string {
  return count >= 10 ? String(Math.round(count)) : String(Number(count.toPrecision(2)));
}
