import { ViglaError } from '#server/errors.ts';
import type { HttpClient } from '#server/sources/observed/http-client.ts';
import type { Finder } from './finder.ts';
import type { Look } from './look.ts';
import type { Candidate } from './rank-candidates.ts';

type FoundClientOptions = {
  finder: Finder;
  clientOf: (candidate: Candidate) => HttpClient;
  /** The error that stands for having found nothing. */
  missing: (look: Look) => ViglaError;
};

/** A client for whatever is found at the moment. A place that the API server does not reach any more is given up. */
export function createFoundClient({ finder, clientOf, missing }: FoundClientOptions): HttpClient {
  const current = () => {
    const found = finder.latest()?.found;
    return found === undefined ? undefined : clientOf(found.candidate);
  };
  return {
    get address() {
      return current()?.address ?? '';
    },
    urlOf: (path, parameters) => current()?.urlOf(path, parameters) ?? new URL(path, 'http://unknown'),
    async send(request) {
      const look = await finder.look(request.signal);
      if (look.found === undefined) throw missing(look);
      const { candidate } = look.found;
      try {
        return await clientOf(candidate).send(request);
      } catch (error) {
        if (error instanceof ViglaError && error.code === 'source_unreachable') finder.doubt(candidate);
        throw error;
      }
    },
  };
}
