import type { HttpClient } from './http-client.ts';

/** How the Service of a well-known installation looks. */
export type ServiceRule = {
  /** As a person calls the installation. */
  title: string;
  /** Either the name fits, or all labels of one of these sets are there. */
  name?: RegExp;
  labels?: readonly Readonly<Record<string, string>>[];
  /** Names and numbers of the port that is asked, preferred first. */
  ports: readonly (string | number)[];
  /** Where below the root the API may lie, tried in this order. */
  paths: readonly string[];
};

/** `isOfMesh`: it has what Istio's proxies tell, not only the right API. */
export type Judgement = { isOfMesh: boolean };

/** What is looked for among the Services of a cluster. */
export type ServiceSearch = {
  /** `Prometheus`, `store of traces`. */
  what: string;
  /** Some of the names that are looked for. */
  names: string;
  /** The setting that names the place instead. */
  variable: string;
  rules: readonly ServiceRule[];
  /** Asks a candidate a real question; throws a ViglaError where it is nothing of the kind. */
  judge(client: HttpClient, signal: AbortSignal): Promise<Judgement>;
};
