import { expect, test, vi } from 'vitest';
import type { ProxiesQuery } from '#lib/contract/proxies.ts';
import { ViglaError } from '#server/errors.ts';
import { loadProxies } from '#server/mesh/proxies/load-proxies.ts';
import type { LoadContext, Sources } from '#server/sources/interface.ts';
import { mutatedRecording } from '#tests/support/mutated-recording.ts';

/** One proxy of the recorded mesh, itself asked. */
const deep = { namespaces: ['external'], include: ['proxies'] } satisfies ProxiesQuery;

function withSources(change: (sources: Sources) => Sources): LoadContext {
  const context = mutatedRecording({});
  return { ...context, sources: change(context.sources) };
}

test('a proxy that did not answer is asked again when some seconds have passed', async () => {
  const clock = { ms: mutatedRecording({}).sources.now() };
  const state = { isSilent: true };
  const context = withSources((sources) => ({
    ...sources,
    now: () => clock.ms,
    envoy: {
      admin: async (proxy, question, signal) => {
        if (state.isSilent) throw new ViglaError('source_timeout', 'too long');
        return (await sources.envoy?.admin(proxy, question, signal)) ?? new Uint8Array();
      },
    },
  }));
  const ask = async () => {
    const { data } = await loadProxies(deep, context);
    return data.items.map(({ unanswered }) => unanswered);
  };
  expect(await ask()).toEqual(['too long']);
  state.isSilent = false;
  clock.ms += 4_000;
  expect(await ask()).toEqual(['too long']);
  clock.ms += 2_000;
  expect(await ask()).toEqual([undefined]);
});

test('a proxy that gives no dump is not kept busy with what belongs to it', async () => {
  const asked: (AbortSignal | undefined)[] = [];
  const context = withSources((sources) => ({
    ...sources,
    envoy: {
      admin: (_, { path }, signal) => {
        if (path === 'config_dump') return Promise.reject(new ViglaError('source_failed', 'no dump'));
        asked.push(signal);
        return new Promise((_answered, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason));
        });
      },
    },
  }));
  const { data } = await loadProxies(deep, context);
  expect(data.items.map(({ unanswered }) => unanswered)).toEqual(['no dump']);
  await vi.waitFor(() => expect(asked.every((signal) => signal?.aborted)).toBe(true));
  // The second one's turn came when the first had failed; the third was never asked.
  expect(asked).toHaveLength(1);
});
