import type { AccessLog } from '#lib/contract/logs.ts';
import { calledHost, isInbound, type Story } from './story.ts';

const nextByCode: Readonly<Record<number, string>> = {
  401: 'The app, or a proxy behind this one, wants credentials that the request lacks.',
  403: "If an AuthorizationPolicy refused it, the called side's own proxy log names the policy.",
  404: 'Check the path that the caller asks for.',
  429: 'The called side limits the rate of its callers.',
  503: "The called side's own proxy log tells whether its app or its proxy answered so.",
};

/** An answer of the called side itself, which this proxy only passed on. */
export function answeredStory(access: AccessLog): Story | undefined {
  const { responseCode = 0, responseCodeDetails, responseFlags, upstreamCluster, upstreamHost } = access;
  if (responseCodeDetails !== 'via_upstream' || responseCode < 400) return undefined;
  const inbound = isInbound(access);
  const who = inbound ? "This workload's app" : (upstreamHost ?? calledHost(access));
  const retried = responseFlags.includes('URX') ? ', also after all retries' : '';
  const passed =
    upstreamCluster === 'PassthroughCluster'
      ? ' The host is not known to this proxy, so it was called as it is.'
      : '';
  const next = inbound
    ? "Look into the app's log at that time."
    : (nextByCode[responseCode] ?? 'Look into the log of the called workload at that time.');
  return { text: `${who} answered ${responseCode} itself${retried}; the proxy passed it on.${passed}`, next };
}
