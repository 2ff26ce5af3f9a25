import { podInjectionQuery } from '#lib/contract/injection.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadPodInjection } from '#server/mesh/injection/load-injection.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(podInjectionQuery, loadPodInjection);
