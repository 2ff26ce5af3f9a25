import { whatIfQuery } from '#lib/contract/canary-what-if.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadWhatIf } from '#server/mesh/canary/load-what-if.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(whatIfQuery, loadWhatIf);
