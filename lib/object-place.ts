import type { ObjectReference } from './contract/evidence.ts';
import { objectPath } from './object-path.ts';
import { configKind } from './objects/config-kinds.ts';
import { proxyPath } from './proxy-target.ts';
import { targetPath } from './target.ts';
import { queryText } from './url-state.ts';

/** A page with parameters of its own. */
export type ObjectPlace = { path: string; parameters?: Record<string, string> };

type PlaceOf = (object: ObjectReference) => ObjectPlace;

const ofWorkload: PlaceOf = ({ namespace, name }) => ({
  path: targetPath({ kind: 'workload', namespace, name }),
});

/** Kinds that are shown elsewhere than on a page of configuration. Secrets are nowhere: they are never read. */
const otherPages: Readonly<Record<string, PlaceOf>> = {
  Service: ({ namespace, name }) => ({ path: targetPath({ kind: 'service', namespace, name }) }),
  Deployment: ofWorkload,
  StatefulSet: ofWorkload,
  DaemonSet: ofWorkload,
  Job: ofWorkload,
  CronJob: ofWorkload,
  Pod: ({ namespace, name }) => ({ path: proxyPath({ namespace, pod: name }) }),
  Namespace: ({ name }) => ({ path: '/workloads', parameters: { namespaces: name } }),
  MeshConfig: () => ({ path: '/mesh', parameters: { tab: 'configuration' } }),
};

/**
 * Where an object is shown: its own page, at the lines of a field (`spec.http[2]`) where that is given. Undefined for
 * kinds that no page shows. `kind` is a registry's key or, of other objects, the kind's name.
 */
export function objectPlace(object: ObjectReference, field?: string): ObjectPlace | undefined {
  if (Object.hasOwn(otherPages, object.kind)) return otherPages[object.kind]?.(object);
  if (configKind(object.kind) === undefined) return undefined;
  return {
    path: objectPath(object),
    ...(field === undefined ? {} : { parameters: { path: field } }),
  };
}

/** The same as an address, for evidence; undefined where no page shows the object. */
export function objectLink(object: ObjectReference, field?: string): string | undefined {
  const place = objectPlace(object, field);
  return place && `${place.path}${queryText(new URLSearchParams(place.parameters))}`;
}
