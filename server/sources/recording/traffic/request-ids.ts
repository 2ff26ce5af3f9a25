import { seedOf } from '../model/hash.ts';
import { hexOf, hexOfWords, scramble, unscramble } from './scrambled.ts';

/** A request of the model: which flow, by its place among them, and its number in it. */
export type RequestKey = { flow: number; number: number };

const traceSeed = seedOf('trace id');
const requestSeed = seedOf('request id');
const spanSeed = seedOf('span id');
const wordSize = 2 ** 32;
/** Numbers stay below 2^40, so the upper word holds 8 bits of them and the flow above. */
const upperNumbers = 256;

function wordsOf({ flow, number }: RequestKey): [number, number] {
  return [flow * upperNumbers + Math.floor(number / wordSize), number % wordSize];
}

function keyOf([upper, lower]: readonly [number, number]): RequestKey {
  return { flow: Math.floor(upper / upperNumbers), number: (upper % upperNumbers) * wordSize + lower };
}

/** Envoy's Zipkin tracer gives the first span the lower half of the trace id (seen in the recorded spans). */
export function traceIdOf(key: RequestKey): string {
  return `${hexOfWords(scramble(traceSeed, wordsOf(key)))}${spanIdOf(key, 0)}`;
}

export function spanIdOf({ flow, number }: RequestKey, index: number): string {
  return hexOf(spanSeed + flow * 4099, index, number);
}

/** The request that a trace id was made for, if any. */
export function requestOfTraceId(traceId: string): RequestKey | undefined {
  const id = traceId.toLowerCase().padStart(32, '0');
  const key = keyOf(unscramble(traceSeed, [hexWord(id, 0), hexWord(id, 8)]));
  return traceIdOf(key) === id ? key : undefined;
}

/** Added to the flow in ids that a gateway inside the mesh gave anew. */
const renewedFlows = 4096;

/**
 * An `x-request-id`. Envoy writes whether a request is traced into the version digit: 9 for sampled, 4 for not (Envoy
 * documentation, "Tracing"; every recorded id has the 9).
 */
export function requestIdOf({ flow, number }: RequestKey, isSampled: boolean, isRenewed = false): string {
  const key = { flow: isRenewed ? flow + renewedFlows : flow, number };
  const own = hexOfWords(scramble(requestSeed, wordsOf(key)));
  const rest = hexOf(requestSeed, key.flow + 1, number);
  const third = `${isSampled ? '9' : '4'}${rest.slice(0, 3)}`;
  return [
    own.slice(0, 8),
    own.slice(8, 12),
    third,
    `8${rest.slice(3, 6)}`,
    `${own.slice(12)}${rest.slice(6, 14)}`,
  ].join('-');
}

/** The request that an `x-request-id` was made for, if any. */
export function requestOfRequestId(requestId: string): RequestKey | undefined {
  const id = requestId.toLowerCase();
  const [first = '', second = '', third = '', , last = ''] = id.split('-');
  if (!/^[0-9a-f-]{36}$/.test(id)) return undefined;
  const words = [hexWord(first, 0), hexWord(`${second}${last.slice(0, 4)}`, 0)] as const;
  const { flow, number } = keyOf(unscramble(requestSeed, words));
  const isRenewed = flow >= renewedFlows;
  const key = { flow: isRenewed ? flow - renewedFlows : flow, number };
  return requestIdOf(key, third.startsWith('9'), isRenewed) === id ? key : undefined;
}

function hexWord(text: string, from: number): number {
  return Number.parseInt(text.slice(from, from + 8), 16);
}
