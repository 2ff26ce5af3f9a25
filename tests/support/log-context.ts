import type {
  LoadContext,
  LogQuestion,
  LogSource,
  ObjectsSnapshot,
  StoredLine,
} from '#server/sources/interface.ts';
import type { TraceSource } from '#server/sources/trace-source.ts';
import { type Manifest, objectsSnapshot } from './objects-snapshot.ts';

/** 2026-11-21T02:02Z. */
export const nowMs = 1_795_226_520_000;

type Made = {
  objects: readonly Manifest[] | (() => readonly Manifest[]);
  logs?: LogSource;
  traces?: TraceSource;
  unread?: ObjectsSnapshot['unread'];
  signal?: AbortSignal;
};

/** What a loader of logs needs, out of a few made objects. */
export function logContext({ objects, logs, traces, unread = [], signal }: Made): LoadContext {
  const neverAsked = () => Promise.reject(new Error('not asked here'));
  const snapshot = async () => ({
    ...objectsSnapshot(typeof objects === 'function' ? objects() : objects),
    unread,
  });
  return {
    sources: {
      mode: 'cluster',
      metrics: { query: neverAsked, queryRange: neverAsked, status: neverAsked },
      objects: { snapshot, status: neverAsked },
      ...(logs === undefined ? {} : { logs }),
      ...(traces === undefined ? {} : { traces }),
      now: () => nowMs,
    },
    nowSeconds: nowMs / 1000,
    signal: signal ?? new AbortController().signal,
    version: '0',
  };
}

type PodOptions = { name?: string; state?: object; restarts?: number; phase?: string };

/** A pod `cart-1` of the Deployment `cart`, with an app and a proxy that started first. */
export function cartPod({
  name = 'cart-1',
  state = { running: {} },
  restarts = 0,
  phase,
}: PodOptions = {}): Manifest {
  return {
    kind: 'Pod',
    namespace: 'shop',
    name,
    labels: { app: 'cart' },
    ownerReferences: [{ apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'cart', controller: true }],
    spec: {
      containers: [{ name: 'cart' }],
      initContainers: [{ name: 'migrate' }, { name: 'istio-proxy', restartPolicy: 'Always' }],
    },
    status: {
      phase: phase ?? 'Running',
      containerStatuses: [{ name: 'cart', restartCount: restarts, state }],
      initContainerStatuses: [
        { name: 'migrate', state: { terminated: { reason: 'Completed' } } },
        { name: 'istio-proxy', state: { running: {} } },
      ],
    },
  };
}

export const cart: Manifest = { kind: 'StatefulSet', namespace: 'shop', name: 'cart', spec: {} };
export const cartService: Manifest = {
  kind: 'Service',
  namespace: 'shop',
  name: 'cart-http',
  spec: { selector: { app: 'cart' } },
};

/** A source that answers by `pod/container`: lines, or the error to reject with. */
export function logsOf(
  answers: Readonly<Record<string, readonly StoredLine[] | Error>>,
  questions: LogQuestion[] = [],
): LogSource {
  return {
    async *read(question) {
      questions.push(question);
      const answer = answers[`${question.pod}/${question.container}`] ?? [];
      if (answer instanceof Error) throw answer;
      for (const line of answer.slice(-(question.tailLines ?? answer.length))) yield [line];
    },
  };
}
