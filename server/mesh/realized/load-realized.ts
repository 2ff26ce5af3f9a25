import type { Answer, Warning } from '#lib/contract/envelope.ts';
import type { ObjectReference } from '#lib/contract/evidence.ts';
import type { Realized, RealizedProxy, RealizedQuery } from '#lib/contract/realized.ts';
import { clusterScope } from '#lib/object-path.ts';
import { ViglaError } from '#server/errors.ts';
import { atOnce } from '#server/mesh/at-once.ts';
import { findObject } from '#server/mesh/objects/find-object.ts';
import { loadReading } from '#server/mesh/proxy/load-reading.ts';
import type { LoadContext, ObjectsSnapshot } from '#server/sources/interface.ts';
import { runJob } from '#server/workers/run-job.ts';
import { type Candidate, candidatesFor } from './candidates.ts';
import { itemsOf } from './items-of.ts';
import { realizedJob } from './realized-job.ts';

/** So many proxies are asked at the same time. */
const proxiesAtOnce = 4;

/**
 * Where in the proxies an object became real: of the proxies that may have something of it so many are read as asked, and
 * of each the items that lead to the object. One that does not answer says why, and the others go on.
 * @throws ViglaError `not_found` where this installation has no way to the proxies
 */
export async function loadRealized(query: RealizedQuery, context: LoadContext): Promise<Answer<Realized>> {
  const { sources, signal } = context;
  const snapshot = await sources.objects.snapshot(signal);
  if (query.cluster !== undefined && query.cluster !== snapshot.cluster)
    throw new ViglaError(
      'not_found',
      `Proxies of cluster ${query.cluster} cannot be read, only those of ${snapshot.cluster}.`,
    );
  if (sources.envoy === undefined)
    throw new ViglaError(
      'not_found',
      'This installation has no way to the proxies: it may not forward ports to pods.',
    );
  const asked = {
    kind: query.kind,
    namespace: query.namespace === clusterScope ? '' : query.namespace,
    name: query.name,
  };
  const found = findObject(snapshot.objects, asked);
  const object = found === undefined ? asked : { ...asked, kind: found.kind };
  const candidates = candidatesFor(object, snapshot);
  const chosen = candidates.slice(0, query.limit);
  const proxies = await atOnce(chosen, proxiesAtOnce, (candidate) =>
    readOne(candidate, { object, snapshot, context }),
  );
  const answeredCount = proxies.filter(({ unanswered }) => unanswered === undefined).length;
  return {
    data: {
      object,
      isUnknown: found === undefined,
      proxies,
      candidateCount: candidates.length,
      readCount: chosen.length,
      answeredCount,
    },
    warnings: silentWarnings(chosen.length - answeredCount, chosen.length),
  };
}

type Reading = { object: ObjectReference; snapshot: ObjectsSnapshot; context: LoadContext };

async function readOne(
  { proxy, why }: Candidate,
  { object, snapshot, context }: Reading,
): Promise<RealizedProxy> {
  const { sources, signal } = context;
  const { namespace, name: pod, type } = proxy;
  const head = { namespace, pod, type, why };
  try {
    const { bytes } = await loadReading({ namespace, pod }, 'whole', context);
    const parameters = { nowMs: sources.now(), shiftMs: sources.recordedShiftMs ?? 0 };
    const sections = await runJob(realizedJob, { inputs: [bytes], parameters, signal });
    const { objects, rootNamespace } = snapshot;
    return { ...head, ...(await itemsOf(sections, { objects, rootNamespace, proxy, wanted: object })) };
  } catch (error) {
    // The other proxies go on; what is no failure of this one's is everybody's.
    if (!(error instanceof ViglaError) || signal.aborted) throw error;
    return { ...head, items: [], itemCount: 0, unanswered: error.message };
  }
}

function silentWarnings(silent: number, asked: number): Warning[] {
  if (silent === 0) return [];
  const message = `${silent} of ${asked} proxies did not answer: what they have of the object is missing.`;
  return [{ code: 'proxies_silent', source: 'envoy', message }];
}
