import type { Evidence, Explanation } from '#lib/contract/evidence.ts';
import type { EdgeTally, ResponseTally, ViewTally } from './edge-tally.ts';

/** Two proxies count the same requests at slightly different moments; less than this is no disagreement. */
const tolerance = 0.05;
/** Below this many requests a single one is more than the tolerance. */
const fewestRequests = 5;

/**
 * What lies between the view of the calling proxy and that of the receiving one, where they disagree by more than 5 %:
 * answers that only one of them saw, or the plain counts.
 */
export function reportersDiffer(edge: EdgeTally): Explanation | undefined {
  const { source } = edge.views;
  const receiver = edge.views.destination ?? edge.views.waypoint;
  if (source === undefined || receiver === undefined) return undefined;
  const larger = Math.max(source.requestCount, receiver.requestCount);
  if (larger < fewestRequests || source.requestCount === 0 || receiver.requestCount === 0) return undefined;
  const rateDiffers = Math.abs(source.requestCount - receiver.requestCount) / larger > tolerance;
  const errorsDiffer = Math.abs(errorShare(source) - errorShare(receiver)) > tolerance;
  if (!rateDiffers && !errorsDiffer) return undefined;

  const onlySource = onlyIn(source, receiver);
  const onlyReceiver = onlyIn(receiver, source);
  return {
    text: `${sentence(source, receiver)}${reason(source, receiver, { onlySource, onlyReceiver })}`,
    evidence: [
      ...onlySource.map((response) => evidence('source', response)),
      ...onlyReceiver.map((response) => evidence(receiverName(edge), response)),
    ],
  };
}

function sentence(source: ViewTally, receiver: ViewTally): string {
  return `The calling proxies counted ${round(source.requestCount)} requests, the receiving ones ${round(receiver.requestCount)}.`;
}

type Differences = { onlySource: readonly ResponseTally[]; onlyReceiver: readonly ResponseTally[] };

function reason(source: ViewTally, receiver: ViewTally, { onlySource, onlyReceiver }: Differences): string {
  const neverArrived = onlySource.filter(({ flags }) => flags !== '-');
  if (source.requestCount > receiver.requestCount && neverArrived.length > 0)
    return ` Some never arrived: ${neverArrived.map(({ code, flags }) => `${code} ${flags}`).join(', ')}.`;
  if (receiver.requestCount > source.requestCount && onlyReceiver.some(({ outcome }) => outcome === 'error'))
    return ' Retries fit this: the receiver answered errors that the caller never saw, and was asked again.';
  if (source.requestCount > receiver.requestCount)
    return ' Either some never arrived, or not all receiving proxies are scraped.';
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

function evidence(reporter: string, { code, flags, perSecond }: ResponseTally): Evidence {
  return {
    kind: 'series',
    text: `istio_requests_total{reporter="${reporter}",response_code="${code === '-' ? '0' : code}",response_flags="${flags}"}: ${perSecond.toPrecision(3)}/s, not seen by the other side`,
  };
}

function receiverName(edge: EdgeTally): string {
  return edge.views.destination === undefined ? 'waypoint' : 'destination';
}

function errorShare({ errorsPerSecond, requestsPerSecond }: ViewTally): number {
  return requestsPerSecond > 0 ? errorsPerSecond / requestsPerSecond : 0;
}

function round(count: number): string {
  return count >= 10 ? String(Math.round(count)) : String(Number(count.toPrecision(2)));
}
