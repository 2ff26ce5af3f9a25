import type { Answer, Warning } from '#lib/contract/envelope.ts';
import type {
  Injection,
  InjectionQuery,
  InjectionTrial,
  InjectionTrialBody,
  PodInjectionDetail,
  PodInjectionQuery,
} from '#lib/contract/injection.ts';
import { requireNamespaces } from '#server/mesh/require-namespaces.ts';
import { requirePod } from '#server/mesh/require-pod.ts';
import type { LoadContext, ObjectsSnapshot } from '#server/sources/interface.ts';
import { decideInjection } from './decide-injection.ts';
import { injectedPartsOf } from './injected-parts.ts';
import { injectionOverview, onePod } from './injection-overview.ts';
import { manifestSubjects } from './manifest-subjects.ts';
import { subjectOfPod } from './pod-subject.ts';

/** Namespaces, pods and webhooks with how they are injected. Throws `unknown_namespace` for one that does not exist. */
export async function loadInjection(
  { namespaces }: InjectionQuery,
  { sources, signal }: LoadContext,
): Promise<Answer<Injection>> {
  const snapshot = await sources.objects.snapshot(signal);
  const { objects } = snapshot;
  requireNamespaces(namespaces, { objects, unread: snapshot.unread.map(({ kind }) => kind) });
  const isInView = (name: string) => namespaces === '*' || namespaces.includes(name);
  return { data: injectionOverview(meshOf(snapshot), isInView), warnings: warningsOf(snapshot, objects.Pod) };
}

/** One pod: what was injected, and what decides it. Throws as `requirePod`. */
export async function loadPodInjection(
  { namespace, pod: name }: PodInjectionQuery,
  { sources, signal }: LoadContext,
): Promise<Answer<PodInjectionDetail>> {
  const snapshot = await sources.objects.snapshot(signal);
  const { objects } = snapshot;
  const pod = requirePod(snapshot, { namespace, pod: name });
  const mesh = meshOf(snapshot);
  const injected = injectedPartsOf(pod);
  return {
    data: {
      pod: onePod(pod, mesh),
      decision: decideInjection(subjectOfPod(pod), mesh),
      ...(injected === undefined ? {} : { injected }),
      command: `istioctl x check-inject -n ${namespace} ${name}`,
    },
    warnings: warningsOf(snapshot, objects.Pod),
  };
}

/** What would happen to the pods of a manifest; nothing is sent to the cluster. Throws `bad_parameter`. */
export async function loadInjectionTrial(
  _query: object,
  { namespace, manifest }: InjectionTrialBody,
  { sources, signal }: LoadContext,
): Promise<Answer<InjectionTrial>> {
  const snapshot = await sources.objects.snapshot(signal);
  const mesh = meshOf(snapshot);
  const subjects = manifestSubjects(manifest, namespace).map(({ kind, name, subject }) => ({
    kind,
    name,
    namespace: subject.namespace,
    decision: decideInjection(subject, mesh),
  }));
  return { data: { subjects }, warnings: warningsOf(snapshot, snapshot.objects.Pod) };
}

/** What decides, and whose absence leaves everything undecided. */
const deciding = ['MutatingWebhookConfiguration', 'Namespace'];

function meshOf(snapshot: ObjectsSnapshot) {
  const { objects, rootNamespace, unread } = snapshot;
  const missing = unread.find(({ kind }) => deciding.includes(kind));
  return {
    objects,
    rootNamespace,
    unread: missing && `${missing.kind} objects could not be read (${missing.reason})`,
  };
}

function warningsOf({ unread }: ObjectsSnapshot, pods: readonly unknown[]): Warning[] {
  const missing = unread.filter(({ kind }) => [...deciding, 'ConfigMap', 'Pod'].includes(kind));
  const told = missing.map(
    ({ kind, reason }): Warning => ({
      code: 'objects_missing',
      source: 'kubernetes',
      message: `${kind} objects could not be read, so injection is known in part: ${reason}`,
    }),
  );
  return pods.length === 0 && told.length === 0
    ? [{ code: 'no_pods', source: 'kubernetes', message: 'The cluster has no pods that may be seen.' }]
    : told;
}
