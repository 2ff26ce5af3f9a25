import type { Latency, Size } from './step.ts';

/** `latencyShare` and `addedMs` make its duration out of the callee's, where it is not that itself. */
type Try = { code: string; flags: string; times: number; latencyShare?: number; addedMs?: number };

/** How a call may end, and what each proxy says about it. */
export type Answer = {
  name: string;
  share: number;
  /** Absent: the caller's proxy does not count it (mirrored requests). */
  source?: { code: string; flags: string; addedMs?: number };
  /** One entry for each kind of try that the callee's proxy saw. Empty: none arrived. */
  destination: readonly Try[];
  latency: Latency;
  /** Where it is not the callee's usual one. */
  size?: Size;
};

export type Behaviour = { latency: Latency; size: Size; failureShare: number; transientShare: number };

const arrived = (code: string, flags = '-', times = 1) => [{ code, flags, times }];

/** The workload answers; now and then it fails, or the first try fails and a retry hides it. */
export function ordinaryAnswers(behaviour: Behaviour, retries: boolean): Answer[] {
  const { latency, failureShare, transientShare } = behaviour;
  const retried = retries ? transientShare : 0;
  const failed = failureShare + (retries ? 0 : transientShare);
  const answers: Answer[] = [
    {
      name: 'ok',
      share: 1 - retried - failed,
      source: { code: '200', flags: '-' },
      destination: arrived('200'),
      latency,
    },
  ];
  if (retried > 0) {
    // The first try fails at once; the second comes after a pause.
    const destination = [
      { code: '503', flags: '-', times: 1, latencyShare: 0, addedMs: 3 },
      ...arrived('200'),
    ];
    answers.push({
      name: 'retried',
      share: retried,
      source: { code: '200', flags: '-', addedMs: 8 },
      destination,
      latency,
    });
  }
  if (failed > 0) {
    answers.push({
      name: 'failed',
      share: failed,
      source: { code: '500', flags: '-' },
      destination: arrived('500'),
      latency,
    });
  }
  return answers;
}

/** Bodies of answers that proxies make themselves are always the same (as in the recorded log lines). */
const body = (responseBytes: number): Size => ({ requestBytes: 640, responseBytes, isFixed: true });

const quick: Latency = { medianMs: 1.2, spread: 0.5 };

/** Ends that a request brings about by what it asks for, or that the configuration brings about. */
export const specialAnswers = {
  forbidden: {
    source: { code: '403', flags: '-' },
    destination: arrived('403'),
    latency: quick,
    size: body(19),
  },
  unauthorized: {
    source: { code: '401', flags: '-' },
    destination: arrived('401'),
    latency: quick,
    size: body(14),
  },
  /** All three tries failed: the caller's proxy counts one request, the callee's three. */
  retriesExhausted: {
    source: { code: '503', flags: 'URX' },
    destination: [{ code: '503', flags: '-', times: 3, latencyShare: 0.25 }],
    latency: { medianMs: 60, spread: 0.3 },
    size: body(612),
  },
  /** The caller gave up after the route's timeout; the callee saw the caller go. */
  timedOut: {
    source: { code: '504', flags: 'UT' },
    destination: arrived('0', 'DC'),
    latency: { medianMs: 1010, spread: 0.01 },
    size: body(24),
  },
  mirrored: { destination: arrived('200'), latency: { medianMs: 6, spread: 0.5 } },
  connectionFailed: {
    source: { code: '503', flags: 'URX,UF' },
    destination: [],
    latency: { medianMs: 45, spread: 0.4 },
    size: body(121),
  },
  /** Plaintext sent to a port that wants mutual TLS: the connection is reset before a filter chain is chosen. */
  connectionReset: { source: { code: '503', flags: 'UC' }, destination: [], latency: quick, size: body(95) },
  noHealthyUpstream: {
    source: { code: '503', flags: 'UH' },
    destination: [],
    latency: quick,
    size: body(19),
  },
  noCluster: { source: { code: '503', flags: 'NC' }, destination: [], latency: quick, size: body(0) },
  noRoute: { source: { code: '404', flags: 'NR' }, destination: [], latency: quick, size: body(0) },
  blocked: { source: { code: '502', flags: '-' }, destination: [], latency: quick, size: body(0) },
  redirected: { source: { code: '301', flags: '-' }, destination: [], latency: quick, size: body(0) },
} as const satisfies Record<string, Omit<Answer, 'name' | 'share'>>;

export type SpecialAnswer = keyof typeof specialAnswers;

export function specialAnswer(name: SpecialAnswer): Answer {
  return { name, share: 1, ...specialAnswers[name] };
}

/** Faults are injected by the caller's own proxy: an aborted request never leaves it, a delayed one leaves late. */
export function faultAnswer(fault: { abortStatus?: number; delayMs?: number }, usual: Latency): Answer {
  const { abortStatus, delayMs = 0 } = fault;
  if (abortStatus !== undefined) {
    return {
      name: 'aborted',
      share: 1,
      source: { code: String(abortStatus), flags: 'FI' },
      destination: [],
      latency: quick,
      size: body(18),
    };
  }
  const source = { code: '200', flags: 'DI', addedMs: delayMs };
  return { name: 'delayed', share: 1, source, destination: arrived('200'), latency: usual };
}
