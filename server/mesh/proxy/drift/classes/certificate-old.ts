import { formatShare } from '#lib/format-share.ts';
import type { DriftRule } from '../drift-rule.ts';
import { thresholds } from '../thresholds.ts';

/** The workload's certificate should have been renewed by now. */
export const certificateOld: DriftRule = ({ proxy, own }) => {
  const failure = own?.missing?.certificates;
  if (failure !== undefined) return { undecided: `The proxy did not give its certificates: ${failure}` };
  const certificate = own?.certificate;
  if (certificate === undefined || certificate.lifeShare <= thresholds.certificateLifeShare) return [];
  const isExpired = certificate.lifeShare >= 1;
  return [
    {
      severity: isExpired ? 'failing' : 'degraded',
      items: [{ section: 'secrets', name: 'default' }],
      why: {
        text: isExpired
          ? `The proxy's certificate expired at ${certificate.notAfter}: every peer that asks for mutual TLS refuses it.`
          : `${formatShare(certificate.lifeShare)} of the certificate's life is over and it has not been renewed; the agent does that at about half of it.`,
        fix: 'The agent of the proxy renews it with istiod on port 15012: look into the log of the container istio-proxy for "failed to sign" or "certificate", and at the clock of the node.',
        evidence: [
          {
            kind: 'envoy',
            text: `certs: valid from ${certificate.notBefore} to ${certificate.notAfter}`,
          },
        ],
        command: `istioctl proxy-config secret ${proxy.pod} -n ${proxy.namespace}`,
      },
    },
  ];
};
