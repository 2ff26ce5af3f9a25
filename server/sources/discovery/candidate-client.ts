import type { HttpClient } from '#server/sources/observed/http-client.ts';
import type { AskService } from '#server/sources/observed/service-place.ts';
import { addressOf } from './look.ts';
import type { Candidate } from './rank-candidates.ts';

type Asking = { askService: AskService; headers?: Readonly<Record<string, string>> | undefined };

/** A client for one Service, through the API server. Its addresses are those that other pods of the cluster would use. */
export function candidateClient(candidate: Candidate, { askService, headers }: Asking): HttpClient {
  const address = addressOf(candidate);
  return {
    address,
    urlOf(path, parameters = {}) {
      const url = new URL(address);
      url.pathname = candidate.path + path;
      for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
      return url;
    },
    send: (request) =>
      askService(candidate, {
        ...request,
        path: candidate.path + request.path,
        ...(headers !== undefined && { headers }),
      }),
  };
}
