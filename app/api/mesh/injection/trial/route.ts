import { injectionTrialBody, injectionTrialQuery } from '#lib/contract/injection.ts';
import { postEndpoint } from '#server/http/post-endpoint.ts';
import { loadInjectionTrial } from '#server/mesh/injection/load-injection.ts';

export const dynamic = 'force-dynamic';
export const POST = postEndpoint(
  { query: injectionTrialQuery, body: injectionTrialBody },
  loadInjectionTrial,
);
