import type { HttpAnswer, HttpRequest } from './http-client.ts';

/** A port of a Service, and whether TLS is spoken there. */
export type ServicePlace = { namespace: string; service: string; port: number; scheme: 'http' | 'https' };

/**
 * Asks a Service of the cluster, whoever answers for it. What comes back is the Service's own answer, whatever its
 * status.
 * @throws ViglaError `forbidden`, `source_failed`, `source_unreachable` where there is no such answer
 */
export type AskService = (place: ServicePlace, request: HttpRequest) => Promise<HttpAnswer>;
