import type { StepStream } from '../model/streams.ts';
import { latestFirst } from '../traffic/latest-first.ts';
import type { Place } from '../traffic/places.ts';
import { stepExample } from '../traffic/step-example.ts';
import type { TimedHop, TimedRequest } from '../traffic/timed-request.ts';
import type { Traffic } from '../traffic/traffic.ts';
import { type ModelledLine, receiverLines, senderLines } from './access-line.ts';
import { appLines } from './app-line.ts';

/** No request takes longer from its start to its last line. */
export const longestMs = 8000;

/** The lines that the modelled requests leave in the log of one container. */
export type ModelledLog = {
  /** The newest `most` lines written after `fromMs` and until `toMs`, oldest first. */
  newest(window: { fromMs: number; toMs: number; most: number }): ModelledLine[];
  /** Every line of the requests that began in a window, in no order; they may be written later. */
  begunIn(window: { fromMs: number; toMs: number }): ModelledLine[];
};

export function modelledLog(
  traffic: Traffic,
  { pod, container }: { pod: Place; container: string },
): ModelledLog {
  const { places } = traffic;
  const isProxy = container === 'istio-proxy';

  function linesOf(request: TimedRequest, hop: TimedHop): ModelledLine[] {
    const { caller, callee } = hop.exchange.wire;
    const isSender = places.of(caller, hop.callerNumber).ip === pod.ip;
    const isReceiver = callee !== undefined && places.of(callee, hop.number).ip === pod.ip;
    if (!isProxy) return isReceiver ? appLines(request, hop) : [];
    return [
      ...(isSender ? senderLines(request, hop, places) : []),
      ...(isReceiver ? receiverLines(request, hop, places) : []),
    ];
  }

  const streams = traffic.streams.filter((stream) => mayWrite(traffic, stream, { pod, isProxy }));

  function* requests({ fromMs, toMs }: { fromMs: number; toMs: number }): Generator<TimedRequest> {
    const window = { fromSeconds: fromMs / 1000, toSeconds: toMs / 1000 };
    for (const { flowIndex, number } of latestFirst(streams, window)) {
      const request = traffic.request({ flow: flowIndex, number });
      if (request !== undefined) yield request;
    }
  }

  return {
    newest({ fromMs, toMs, most }) {
      const found: ModelledLine[] = [];
      let untilMs = Number.NEGATIVE_INFINITY;
      for (const request of requests({ fromMs: fromMs - longestMs, toMs })) {
        if (request.atMs < untilMs) break;
        const lines = request.hops.flatMap((hop) => linesOf(request, hop));
        found.push(...lines.filter(({ atMs }) => atMs > fromMs && atMs <= toMs));
        // A request that began earlier may still have written later than the last of those found.
        if (found.length >= most && untilMs === Number.NEGATIVE_INFINITY) untilMs = request.atMs - longestMs;
      }
      return found.sort((one, other) => one.atMs - other.atMs).slice(most === 0 ? found.length : -most);
    },
    begunIn: (window) =>
      [...requests(window)].flatMap((request) => request.hops.flatMap((hop) => linesOf(request, hop))),
  };
}

/** Whether requests that end at a step leave lines in a pod of these. */
function mayWrite(
  { places }: Traffic,
  stream: StepStream,
  { pod, isProxy }: { pod: Place; isProxy: boolean },
): boolean {
  const example = stepExample(stream);
  return example.hops.some((hop) => {
    const { caller, callee } = hop.exchange.wire;
    const isSender = places.has(caller, pod);
    const isReceiver = callee !== undefined && places.has(callee, pod);
    if (!isProxy) return isReceiver && appLines(example, hop).length > 0;
    return (
      (isSender && senderLines(example, hop, places).length > 0) ||
      (isReceiver && receiverLines(example, hop, places).length > 0)
    );
  });
}
