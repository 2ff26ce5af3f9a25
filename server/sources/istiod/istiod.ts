import { type IstiodAnswer, type IstiodQuestion, istiodEndpoints } from '#lib/proxy/istiod-endpoints.ts';
import { coalesce } from '#server/coalesce.ts';
import type { IstiodSource, ObjectSource } from '#server/sources/interface.ts';
import { allowedIstiod } from '#server/sources/observed/allowed-question.ts';
import type { ForwardPort } from '#server/sources/observed/pod-port.ts';
import { fixOf } from '#server/sources/observed/setting-fix.ts';
import { countCacheLookup } from '#server/telemetry.ts';
import { addressWay, type IstiodAddress } from './address-way.ts';
import { askingReplicas } from './ask-replica.ts';
import { connectionOf, hasNamesake } from './namesakes.ts';
import { podsWay } from './pods-way.ts';
import { notConnected } from './read-answer.ts';
import type { Replica } from './replicas.ts';
import { describeReplicas } from './status.ts';

export type IstiodOptions = {
  forwardPort: ForwardPort;
  objects: Pick<ObjectSource, 'snapshot'>;
  /** For one question to one replica, its port-forward included. */
  timeoutMs: number;
  limitBytes: number;
  /** Asked instead of its pods, where istiod does not run in the cluster. */
  address?: IstiodAddress | undefined;
  now?: () => number;
};

/** A page asks the same within moments; what is older would hide that a proxy has caught up. */
const lifetimeMs = 3_000;
const keptBytes = 32_000_000;
/** The page of sources waits three seconds for all of it. */
const statusPatienceMs = 2_000;

/** The debug endpoints of every replica of istiod, or of an istiod outside of the cluster. */
export function createIstiod({
  objects,
  timeoutMs,
  address,
  now = Date.now,
  ...pods
}: IstiodOptions): IstiodSource {
  const way = address === undefined ? podsWay(pods) : addressWay(address, pods.limitBytes);
  const askReplica = askingReplicas(way);
  const answers = coalesce<IstiodAnswer[]>({
    // A replica that is back, or a right that was given, shows at once.
    lifetimeMs: (list) => (list.every(({ failure }) => failure === undefined) ? lifetimeMs : 0),
    maximumSize: keptBytes,
    sizeOf: (list) => list.reduce((sum, { body }) => sum + (body?.byteLength ?? 0), 0),
    now,
    count: (result) => countCacheLookup('istiod', result),
  });

  /** Of a proxy whose name istiod could mistake, each replica is asked by the id of the connection that it has. */
  async function askByConnection(replica: Replica, question: IstiodQuestion, options: AskOptions) {
    const { proxyID = '' } = question.parameters ?? {};
    const listed = await askReplica(replica, { endpoint: 'connections' }, options);
    if (listed.failure !== undefined) return listed;
    const connection = connectionOf(listed.body, proxyID);
    if (connection === undefined) return { ...listed, body: undefined, failure: notConnected(proxyID) };
    const parameters = { ...question.parameters, proxyID: connection };
    return askReplica(replica, { ...question, parameters }, options);
  }

  return {
    async ask(question, signal) {
      const path = allowedIstiod(question);
      const snapshot = await objects.snapshot(signal);
      const { running } = way.replicas(snapshot);
      const proxyId = question.parameters?.proxyID;
      const isAmbiguous = proxyId !== undefined && hasNamesake(snapshot.objects.Pod, proxyId);
      const load = (inTime: AbortSignal) => {
        const ask = isAmbiguous ? askByConnection : askReplica;
        return Promise.all(running.map((replica) => ask(replica, question, { timeoutMs, signal: inTime })));
      };
      // The dump of a proxy is made anew each time and is large; whoever reads it keeps it by its nonce.
      if (istiodEndpoints[question.endpoint].isPerProxy) return load(signal ?? new AbortController().signal);
      return answers.get(`${path} ${running.map(({ pod }) => pod).join()}`, load, signal);
    },
    async status() {
      const { running, waiting } = way.replicas(await objects.snapshot());
      const said = await answers.get(`status ${running.map(({ pod }) => pod).join()}`, (signal) =>
        Promise.all(
          running.map((replica) =>
            askReplica(replica, { endpoint: 'version' }, { timeoutMs: statusPatienceMs, signal }),
          ),
        ),
      );
      const [first] = running;
      const status = describeReplicas({ waiting, said });
      if (first === undefined) return status;
      const found = address && said.find(({ failure }) => failure !== undefined)?.failure?.class;
      const fix = found && fixOf(found, { store: 'ISTIOD', address: way.address(first) });
      return { ...status, address: way.address(first), ...(fix !== undefined && { fix }) };
    },
  };
}

type AskOptions = { timeoutMs: number; signal: AbortSignal };
