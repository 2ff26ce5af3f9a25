import { effectiveMtls } from '#server/mesh/inventory/effective-mtls.ts';
import { inboundPortOf } from './inbound-service-links.ts';
import { appliesLink } from './link.ts';
import type { Linker } from './linker.ts';

/**
 * The PeerAuthentication in force for an inbound chain. It leaves no name in Envoy: it decides which chains there are for
 * a port. Source: Istio's reference of PeerAuthentication; gateways do not heed it for what they serve.
 */
export const peerAuthenticationLinks: Linker =
  ({ proxy, mesh }) =>
  (origin) => {
    if (proxy?.type !== 'sidecar' || origin.listener !== 'virtualInbound' || isBlackhole(origin.chain))
      return [];
    const port = inboundPortOf(origin);
    const { namespace, labels } = proxy;
    const { mode, setBy, field } = effectiveMtls(
      { namespace, labels, ...(port === undefined ? {} : { port }) },
      mesh,
    );
    if (setBy === undefined) return [];
    const what = port === undefined ? 'ports without a Service' : `port ${port}`;
    return [
      appliesLink(setBy, {
        confidence: 'inferred',
        part: field?.replace(/^spec\./, ''),
        because: `Mode ${mode} is in force for ${what} of the pod: that decides which chains there are.`,
      }),
    ];
  };

function isBlackhole(chain: string | undefined): boolean {
  return chain?.endsWith('-blackhole') === true;
}
