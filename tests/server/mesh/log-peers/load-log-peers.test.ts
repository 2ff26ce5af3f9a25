import { expect, test } from 'vitest';
import { logPeersQuery, logPeersSchema } from '#lib/contract/log-peers.ts';
import { ViglaError } from '#server/errors.ts';
import { loadLogPeers } from '#server/mesh/log-peers/load-log-peers.ts';
import type { LoadContext, LogSource } from '#server/sources/interface.ts';
import { graphContext } from '#tests/support/graph-context.ts';
import { recordedSnapshot } from '#tests/support/recorded-snapshot.ts';
import { endSeconds } from '#tests/support/telemetry.ts';

const objects = await recordedSnapshot();
const podOf = (prefix: string) => {
  const pod = objects.objects.Pod.find(({ metadata }) => metadata.name.startsWith(prefix));
  if (pod === undefined) throw new Error(`no pod of ${prefix}`);
  return { name: pod.metadata.name, address: pod.status.podIP ?? '' };
};
const [details, batch, mysql, wordpress] = ['details-v1', 'batch-', 'mysql-', 'wordpress-v1'].map(podOf);

const refused = (from = '10.244.9.9', port = 40_000) =>
  `[2026-11-21T02:01:26.302Z] "- - -" 0 NR filter_chain_not_found - "-" 0 0 0 - "-" "-" "-" "-" "-" - - 10.244.2.5:9080 ${from}:${port} - -`;
const answered = (from = '') =>
  `[2026-11-21T02:01:27.302Z] "GET /details/0 HTTP/1.1" 200 - via_upstream - "-" 0 178 3 2 "-" "curl" "id-1" "details:9080" "10.244.2.5:9080" inbound|9080|| 127.0.0.6:1 10.244.2.5:9080 ${from}:50000 - default`;

/** Logs of pods by name; each line a second after the one before. */
function logsOf(lines: Readonly<Record<string, readonly string[] | Error>>, asked: string[] = []): LogSource {
  return {
    async *read({ pod }) {
      asked.push(pod);
      const own = lines[pod] ?? [];
      if (own instanceof Error) throw own;
      yield own.map((text, index) => ({ atMs: (endSeconds - 60 + index) * 1000, text }));
    },
  };
}

function contextWith(logs: LogSource | undefined): LoadContext {
  const context = graphContext({ objects });
  return { ...context, sources: { ...context.sources, ...(logs === undefined ? {} : { logs }) } };
}

const query = (namespace: string, name: string) => logPeersQuery.parse({ namespace, name });

test('connections refused before a filter chain are told by caller, others are left to the metrics', async () => {
  const lines = [
    refused(batch?.address),
    refused(batch?.address, 40_001),
    refused(),
    answered(batch?.address),
  ];
  const asked: string[] = [];
  const { data, warnings } = await loadLogPeers('workload')(
    query('bookinfo', 'details-v1'),
    contextWith(logsOf({ [details?.name ?? '']: lines }, asked)),
  );
  expect(warnings).toEqual([]);
  expect(logPeersSchema.parse(data)).toEqual(data);
  expect(asked).toEqual([details?.name]);
  expect(data.looked).toEqual({ proxies: 1, ofProxies: 1, lines: 4 });
  expect(
    data.peers.map(({ direction, caller, count, outcome, isUncounted }) => [
      direction,
      caller.place?.workload ?? caller.address,
      count,
      outcome,
      isUncounted,
    ]),
  ).toEqual([
    ['inbound', '10.244.9.9', 1, '0 NR filter_chain_not_found', true],
    ['inbound', 'batch', 2, '0 NR filter_chain_not_found', true],
  ]);
  expect(data.peers[0]?.why?.text).toMatch(/plain/i);
});

test('what a pod without a proxy reached is read from the proxies of others', async () => {
  const from = batch?.address;
  const { data } = await loadLogPeers('workload')(
    query('legacy', 'batch'),
    contextWith(
      logsOf({
        [details?.name ?? '']: [refused(from), answered(wordpress?.address)],
        [mysql?.name ?? '']: [answered(from)],
      }),
    ),
  );
  expect(data.isWithoutProxy).toBe(true);
  expect(data.looked.proxies).toBe(data.looked.ofProxies);
  expect(data.looked.proxies).toBeGreaterThan(20);
  expect(
    data.peers
      .map(({ direction, receiver, outcome, isFailure }) => [
        direction,
        receiver.workload,
        outcome,
        isFailure,
      ])
      .sort(),
  ).toEqual([
    ['outbound', 'details-v1', '0 NR filter_chain_not_found', true],
    ['outbound', 'mysql', '200', false],
  ]);
});

test('a log that cannot be read is a warning, one that is not there yet is none, and the others are read', async () => {
  const { data, warnings } = await loadLogPeers('service')(
    query('bookinfo', 'reviews'),
    contextWith(
      logsOf({
        [podOf('reviews-v1').name]: new ViglaError('source_failed', 'The log of reviews-v1 is forbidden'),
        [podOf('reviews-v2').name]: new ViglaError('not_found', 'The container has not started'),
        [podOf('reviews-v3').name]: [refused()],
      }),
    ),
  );
  expect(warnings.map(({ message }) => message)).toEqual(['The log of reviews-v1 is forbidden']);
  expect(data.looked).toMatchObject({ proxies: 2, ofProxies: 4 });
  expect(data.peers).toHaveLength(1);
});

test('without logs the answer says what is missing', async () => {
  const { data, warnings } = await loadLogPeers('workload')(
    query('bookinfo', 'details-v1'),
    contextWith(undefined),
  );
  expect(data.peers).toEqual([]);
  expect(warnings).toMatchObject([{ code: 'logs_missing', source: 'logs' }]);
});
