import type { SourceStatus } from '#lib/contract/status.ts';
import type { IstiodAnswer } from '#lib/proxy/istiod-endpoints.ts';
import type { Replicas } from './replicas.ts';

type Asked = Pick<Replicas, 'waiting'> & { said: readonly IstiodAnswer[] };

/** How many replicas answer, which version each runs, and what keeps the others from it. */
export function describeReplicas({ waiting, said }: Asked): SourceStatus {
  const silent = said.filter(({ failure }) => failure !== undefined);
  const details = [...said.map(lineOf), ...waiting.map(({ pod, phase }) => `${pod}: ${phase}, not asked`)];
  const status: SourceStatus = { id: 'istiod', state: 'ok', details };
  const [troubled] = silent;
  if (troubled?.failure === undefined) return status;
  const isAlone = said.length === 1;
  const share = isAlone
    ? 'istiod does not answer'
    : `${said.length - silent.length} of ${said.length} replicas of istiod answer`;
  return {
    ...status,
    state: silent.length === said.length ? 'down' : 'degraded',
    reason: `${share}: ${isAlone ? '' : `${troubled.replica}: `}${troubled.failure.message}`,
  };
}

function lineOf({ replica, revision = 'default', body, failure }: IstiodAnswer): string {
  const word = failure?.message ?? new TextDecoder().decode(body?.subarray(0, 80)).trim();
  return `${replica} (revision ${revision}): ${word}`;
}
