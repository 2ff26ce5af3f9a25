import type { AdminQuestion } from '#lib/proxy/admin-paths.ts';
import type { LoadContext, ObjectsSnapshot } from '#server/sources/interface.ts';
import { graphContext } from '#tests/support/graph-context.ts';
import { istiodSaying } from '#tests/support/proxy-answers.ts';

type Asked = {
  pod: string;
  question: AdminQuestion;
  signal: AbortSignal | undefined;
  answer: (bytes: Uint8Array) => void;
  fail: (error: Error) => void;
};

export const empty = new TextEncoder().encode('{"configs":[]}');

type Options = {
  /** What proxy `web-1.shop` acknowledged last, by istiod's names of types; absent where there is no istiod. */
  acknowledged?: Record<'listener' | 'route', string>;
  objects?: ObjectsSnapshot;
};

/** Proxies that answer when the test says so, an istiod that says which nonces they acknowledged, and a clock. */
export function proxySources({ acknowledged, objects }: Options = {}) {
  const state = { nowMs: 1_000_000, asked: [] as Asked[], acknowledged };
  const base = graphContext(objects === undefined ? {} : { objects });
  const syncz = () => {
    const fields = Object.entries(state.acknowledged ?? {}).flatMap(([type, nonce]) => [
      [`${type}_sent`, nonce],
      [`${type}_acked`, nonce],
    ]);
    return [{ proxy: 'web-1.shop', ...Object.fromEntries(fields) }];
  };
  const sources: LoadContext['sources'] = {
    ...base.sources,
    now: () => state.nowMs,
    envoy: {
      admin: ({ pod }, question, signal) =>
        new Promise((answer, fail) => {
          state.asked.push({ pod, question, signal, answer, fail });
          signal?.addEventListener('abort', () => fail(new Error('cancelled')));
        }),
    },
    ...(acknowledged && {
      istiod: { ...istiodSaying([]), ask: (question) => istiodSaying(syncz()).ask(question) },
    }),
  };
  const context = (signal = new AbortController().signal): LoadContext => ({ ...base, sources, signal });
  return { state, context };
}
