import { describe, expect, test } from 'vitest';
import type { ProxyItem } from '#lib/contract/proxies.ts';
import { loadProxies } from '#server/mesh/proxies/load-proxies.ts';
import { loadProxy } from '#server/mesh/proxies/load-proxy.ts';
import { type Mutation, mutatedRecording } from '#tests/support/mutated-recording.ts';
import { mutationCases } from './mutations.data.ts';

/** What is compared with istiod, too: the proxies that are changed, and those with drift of their own. */
const subjects = /^(details|productpage|checkout|rejected)-/;

/** Every proxy of the mesh, each itself asked; those that `isCompared` names also compared with istiod. */
async function fleetOf(
  mutation: Mutation,
  isCompared: (item: ProxyItem) => boolean = ({ pod }) => subjects.test(pod),
): Promise<ProxyItem[]> {
  const context = mutatedRecording(mutation);
  const { data } = await loadProxies({ namespaces: '*', include: ['proxies'] }, context);
  return Promise.all(
    data.items.map(async (item) => (isCompared(item) ? (await loadProxy(item, context)).data : item)),
  );
}

const nameOf = ({ pod }: ProxyItem) => pod.replace(/(-v\d)?-[a-z0-9]+-[a-z0-9]+$/, '');
const foundIn = (items: readonly ProxyItem[]) =>
  items.flatMap((item) =>
    item.drift.map(({ class: id, severity, why }) => ({
      proxy: nameOf(item),
      class: id,
      severity,
      text: why.text,
    })),
  );
const keyOf = ({ proxy, class: id, severity }: { proxy: string; class: string; severity: string }) =>
  `${proxy} ${id} ${severity}`;

const recorded = [
  'checkout contentDiffers degraded',
  'checkout stale degraded',
  'istio-ingressgateway warmingStuck degraded',
  'rejected contentDiffers degraded',
  'rejected errorState failing',
  'rejected rejected failing',
];

test('the recorded mesh has the drift that was made, and no other', async () => {
  const items = await fleetOf({}, () => true);
  expect(items).toHaveLength(26);
  expect(foundIn(items).map(keyOf).sort()).toEqual(recorded);
  expect(items.flatMap(({ undecided }) => undecided)).toEqual([]);
});

describe('one change of the recorded mesh shows its class and nothing else', () => {
  test.each(mutationCases)('$name', async ({ mutation, expected, undecided = [] }) => {
    const items = await fleetOf(mutation);
    const found = foundIn(items);
    const added = found.filter((one) => !recorded.includes(keyOf(one)));
    expect(added.map(keyOf).sort()).toEqual(expected.map(keyOf).sort());
    for (const { says } of expected) expect(added.map(({ text }) => text).join('\n')).toMatch(says);
    expect(found.map(keyOf)).toEqual(expect.arrayContaining(recorded));
    expect(items.flatMap((item) => item.undecided.map((one) => one.class))).toEqual(undecided);
  });
});
