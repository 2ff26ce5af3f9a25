import type { Duplex } from 'node:stream';

/** A port inside a pod, also one that the pod opens to itself alone. */
export type PodPort = { namespace: string; pod: string; port: number };

/**
 * Opens a stream of bytes to a port of a pod. It belongs to the caller, who destroys it; it fails with a ViglaError that
 * says what became of the pod. When nothing listens there, that is known only after the stream was opened.
 * @throws ViglaError `forbidden`, `not_found`, `source_failed`, `source_timeout`, `source_unreachable`
 */
export type ForwardPort = (to: PodPort, signal: AbortSignal) => Promise<Duplex>;
