import type { Callers, CallersQuery } from '#lib/contract/callers.ts';
import type { Answer } from '#lib/contract/envelope.ts';
import { ViglaError } from '#server/errors.ts';
import { readEdgeEnds } from '#server/mesh/graph/series/node-id.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { callersOfEdge, callersOfService } from './callers.ts';

/**
 * The proxies that decide where the requests of an edge, or those to a service, go. No proxy is asked.
 * @throws ViglaError `bad_parameter` for what is no id of an edge or no `<namespace>/<name>`
 */
export async function loadCallers(
  { edge, service = '' }: CallersQuery,
  { sources, signal }: LoadContext,
): Promise<Answer<Callers>> {
  const snapshot = await sources.objects.snapshot(signal);
  if (edge !== undefined) {
    const ends = readEdgeEnds(edge);
    if (ends === undefined)
      throw new ViglaError('bad_parameter', `"${edge}" is not the id of an edge of /api/graph.`, {
        parameter: 'edge',
      });
    return { data: callersOfEdge(ends, snapshot), warnings: [] };
  }
  const [namespace = '', name, ...rest] = service.split('/');
  if (name === undefined || name === '' || namespace === '' || rest.length > 0)
    throw new ViglaError('bad_parameter', `"${service}" is not <namespace>/<name> of a service.`, {
      parameter: 'service',
    });
  return { data: callersOfService({ namespace, name }, snapshot), warnings: [] };
}
