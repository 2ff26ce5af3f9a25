import type { Answer } from './answers.ts';
import type { Wire } from './exchange.ts';
import { labelsOf } from './labels.ts';
import type { Service } from './services.ts';
import type { Report, Size, Step } from './step.ts';
import type { Workload } from './workloads.ts';

/** The two ends of a call; `source` is absent where the caller has no proxy, `destination` where nobody was reached. */
export type Ends = {
  source: Workload | undefined;
  service: Service;
  destination: Workload | undefined;
  isMutualTls: boolean;
  wire: Wire;
};

/** What the callee's proxy calls the service, and whether it takes the stream as HTTP. */
export type Receiver = { service: Service; isHttp: boolean };

/** Time between the two proxies. */
const onTheWayMs = 1.1;

/** A stream whose requests end in one of the answers, each counted by the proxies that saw it. */
export function answeredStep(input: {
  name: string;
  ends: Ends;
  answers: readonly Answer[];
  size: Size;
  receiver?: Receiver | undefined;
  isTcp?: boolean;
}): Step {
  const { name, ends, answers, size, receiver, isTcp = false } = input;
  const oneOf = answers.map((answer) => ({
    share: answer.share,
    step: {
      name: answer.name,
      latency: answer.latency,
      size: answer.size ?? size,
      exchange: { wire: ends.wire, answer: answer.name },
      reports: [
        ...sourceReports(ends, answer, isTcp),
        ...(receiver === undefined ? [] : destinationReports({ ends, answer, receiver, isTcp })),
      ],
    },
  }));
  return { name, oneOf };
}

function sourceReports(ends: Ends, { source: seen }: Answer, isTcp: boolean): Report[] {
  if (ends.source === undefined || seen === undefined) return [];
  const labels = labelsOf({ ...ends, reporter: 'source', flags: seen.flags });
  const addedMs = onTheWayMs + (seen.addedMs ?? 0);
  return [{ ...protocolOf(!isTcp, labels, seen.code), times: 1, latencyShare: 1, addedMs }];
}

function destinationReports(input: {
  ends: Ends;
  answer: Answer;
  receiver: Receiver;
  isTcp: boolean;
}): Report[] {
  const { ends, answer, receiver, isTcp } = input;
  const isHttp = receiver.isHttp && !isTcp;
  const tries = isHttp ? answer.destination : answer.destination.slice(-1);
  return tries.map(({ code, flags, times, latencyShare = 1, addedMs = 0 }) => {
    const observed = {
      ...ends,
      service: receiver.service,
      reporter: 'destination' as const,
      flags: isHttp ? flags : '-',
    };
    return { ...protocolOf(isHttp, labelsOf(observed), code), times, latencyShare, addedMs };
  });
}

function protocolOf(
  isHttp: boolean,
  labels: Readonly<Record<string, string>>,
  code: string,
): Pick<Report, 'protocol' | 'labels'> {
  if (!isHttp) return { protocol: 'tcp', labels: { ...labels, request_protocol: 'tcp' } };
  return { protocol: 'http', labels: { ...labels, request_protocol: 'http', response_code: code } };
}
