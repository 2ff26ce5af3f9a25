import type { AdminPath } from '#lib/proxy/admin-paths.ts';
import type { IstiodAnswer, IstiodEndpoint } from '#lib/proxy/istiod-endpoints.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import type { LoadContext, Sources } from '#server/sources/interface.ts';
import { createRecording } from '#server/sources/recording/recording.ts';

/** A recorded moment, some minutes after the recording ended. */
const nowMs = Date.UTC(2026, 10, 21, 2, 30);

/** What is changed in the recorded answers; each is given a copy that it may change, or gives another one back. */
export type Mutation = {
  objects?: (objects: MeshObjects) => MeshObjects;
  /** `proxyId` is there for answers about one proxy. */
  istiod?: (endpoint: IstiodEndpoint, value: unknown, proxyId: string | undefined) => unknown;
  /** Beside the recorded replica. */
  otherReplicas?: readonly IstiodAnswer[];
  envoy?: { pod: string; change: (path: AdminPath, value: unknown) => unknown };
};

/** Unpacked once for all mutations. */
const recording = createRecording({ now: () => nowMs });

/** A context for loaders, of the recorded mesh with one thing changed. */
export function mutatedRecording(mutation: Mutation): LoadContext {
  const { istiod, envoy, objects } = recording;
  if (istiod === undefined || envoy === undefined) throw new Error('the recording has istiod and proxies');
  let snapshot: ReturnType<typeof objects.snapshot> | undefined;
  const sources: Sources = {
    ...recording,
    objects: {
      ...objects,
      snapshot: () => {
        snapshot ??= objects.snapshot().then((recorded) => ({
          ...recorded,
          objects: mutation.objects?.(recorded.objects) ?? recorded.objects,
        }));
        return snapshot;
      },
    },
    istiod: {
      ...istiod,
      ask: async (question) => {
        const answers = await istiod.ask(question);
        const { istiod: change } = mutation;
        const changed = answers.map((answer) =>
          answer.body === undefined || change === undefined
            ? answer
            : {
                ...answer,
                body: changedBytes(answer.body, (value) =>
                  change(question.endpoint, value, question.parameters?.proxyID),
                ),
              },
        );
        return [...changed, ...(mutation.otherReplicas ?? [])];
      },
    },
    envoy: {
      admin: async (proxy, question) => {
        const bytes = await envoy.admin(proxy, question);
        const { envoy: change } = mutation;
        return change?.pod === proxy.pod
          ? changedBytes(bytes, (value) => change.change(question.path, value))
          : bytes;
      },
    },
  };
  return {
    sources,
    nowSeconds: nowMs / 1000,
    signal: new AbortController().signal,
    version: '0.0.0-test',
  };
}

/** Answers that are no JSON stay as they are. */
function changedBytes(bytes: Uint8Array, change: (value: unknown) => unknown): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  if (!/^\s*[[{]/.test(text)) return bytes;
  return new TextEncoder().encode(JSON.stringify(change(JSON.parse(text))));
}
