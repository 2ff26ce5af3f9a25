import { keepPreviousData, MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from '#lib/api-client.ts';
import { leadToSignIn } from './lead-to-sign-in.ts';

/** While an error stands, the page asks again this often, so that it heals by itself. */
const retryWhileFailingMs = 7_000;

/** False for refusals that asking again cannot change, such as a bad parameter. */
function mayHeal(error: Error): boolean {
  if (!(error instanceof ApiError)) return false;
  return error.status === 0 || error.status === 429 || error.status >= 500;
}

/** A source that took too long has had its time, and who asked too often must wait: the reader learns of it first. */
function isQuick(error: Error): boolean {
  return !(error instanceof ApiError) || (error.code !== 'source_timeout' && error.status !== 429);
}

/** When to ask again of itself. */
function againMs(error: Error): number {
  const seconds = error instanceof ApiError ? error.retryAfterSeconds : undefined;
  return seconds === undefined ? retryWhileFailingMs : seconds * 1000;
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: leadToSignIn }),
    mutationCache: new MutationCache({ onError: leadToSignIn }),
    defaultOptions: {
      queries: {
        // A changed range or selection shows the old picture until the new one is there.
        placeholderData: keepPreviousData,
        refetchOnWindowFocus: false,
        staleTime: 4_000,
        retry: (failures, error) => failures < 1 && mayHeal(error) && isQuick(error),
        retryDelay: 1_000,
        refetchInterval: (query) => {
          const { error } = query.state;
          return error !== null && mayHeal(error) ? againMs(error) : false;
        },
      },
    },
  });
}
