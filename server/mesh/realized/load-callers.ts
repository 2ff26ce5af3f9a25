import type { Callers, CallersQuery } from '#lib/contract/callers.ts';
import type { Answer } from '#lib/contract/envelope.ts';
import { ViglaError } from '#server/errors.ts';
import { readEdgeEnds } from '#server/mesh/graph/series/node-id.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { callersOfEdge } from './callers-of-edge.ts';
import { callersOfService, hostOfService } from './callers-of-service.ts';
import { loadCallingWorkloads } from './load-calling-workloads.ts';

/**
 * The proxies that decide where the requests of an edge, or those to a service, go. An edge that begins at a service,
 * which has no proxy, stands for all that call it. No proxy is asked.
 * @throws ViglaError `bad_parameter` for what is no id of an edge or no `<namespace>/<name>`
 */
export async function loadCallers(
  { edge, service = '' }: CallersQuery,
  context: LoadContext,
): Promise<Answer<Callers>> {
  if (edge === undefined) return await ofService(readService(service), context);
  const ends = readEdgeEnds(edge);
  if (ends === undefined)
    throw new ViglaError('bad_parameter', `"${edge}" is not the id of an edge of /api/graph.`, {
      parameter: 'edge',
    });
  const { source, protocol } = ends;
  if (source.kind === 'service' || source.kind === 'serviceEntry') {
    const { data, warnings } = await ofService(source, context);
    return { data: { ...data, section: protocol === 'tcp' ? 'listeners' : 'routes' }, warnings };
  }
  const { objects } = await context.sources.objects.snapshot(context.signal);
  return { data: callersOfEdge(ends, objects), warnings: [] };
}

async function ofService(
  { namespace, name }: { namespace: string; name: string },
  context: LoadContext,
): Promise<Answer<Callers>> {
  const { objects, rootNamespace } = await context.sources.objects.snapshot(context.signal);
  const host = hostOfService({ namespace, name }, objects);
  const { calling, warnings } = await loadCallingWorkloads(host, context);
  return { data: callersOfService({ namespace, name }, { objects, rootNamespace, calling }), warnings };
}

function readService(text: string): { namespace: string; name: string } {
  const [namespace = '', name = '', ...rest] = text.split('/');
  if (namespace === '' || name === '' || rest.length > 0)
    throw new ViglaError('bad_parameter', `"${text}" is not <namespace>/<name> of a service.`, {
      parameter: 'service',
    });
  return { namespace, name };
}
