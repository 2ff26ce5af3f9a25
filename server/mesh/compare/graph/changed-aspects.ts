import type { GraphAspect } from '#lib/contract/compare-graph.ts';

/** Something that changed: what, in a sentence, and how many requests per second it touches. */
export type ChangedAspect = { aspect: GraphAspect; says: string; weight: number };

/** Requests that fail count as many times in the order of changes. */
export const failingFactor = 10;
/** Bytes of TCP that count as one request. */
export const bytesOfRequest = 10_000;
