import type { AccessLog } from '#lib/contract/logs.ts';
import { calledHost, type Story } from './story.ts';
import { transportFailures } from './transport-failures.ts';

/** What became of a connection, where no details tell it. */
export function tcpStory(access: AccessLog): Story | undefined {
  const { upstreamCluster, responseFlags, upstreamTransportFailureReason: reason } = access;
  if (upstreamCluster === 'BlackHoleCluster')
    return {
      text: `${calledHost(access)} is not known to this proxy, and outbound traffic to unknown hosts is blocked (REGISTRY_ONLY).`,
      next: 'Add a ServiceEntry for the host or address and its port.',
    };
  const failure = transportFailures.find(({ says }) => says.test(reason ?? ''));
  if (failure !== undefined) return failure;
  if (upstreamCluster === 'PassthroughCluster' && responseFlags.length > 0)
    return {
      text: `${calledHost(access)} is not known to this proxy, so it was called as it is, and the connection broke.`,
      next: 'Check that the address answers. A pod that is called by its own address and takes mutual TLS only refuses such calls.',
    };
  return undefined;
}
