import { formatLength } from '#lib/format-length.ts';
import { formatClockSeconds } from '#lib/format-time.ts';
import { proxyRowLink } from '#lib/proxy-row-link.ts';
import type { EnvoySplit } from '../envoy-split.ts';
import type { Fact } from './cause-rule.ts';

/** Where a proxy has the rule and with which weights, with the way to that very row. */
export function envoyFact({ namespace, pod, section, rowId, place, weights }: EnvoySplit): Fact {
  return {
    label: 'Envoy',
    text: place === undefined ? weights : `${place}: ${weights}`,
    link: proxyRowLink({ namespace, pod }, { section, ...(rowId === undefined ? {} : { row: rowId }) }),
  };
}

/** What istiod has at the same place, where that could be read. */
export function istiodFacts({ istiodWeights }: EnvoySplit): Fact[] {
  return istiodWeights === undefined ? [] : [{ label: 'istiod', text: `same place: ${istiodWeights}` }];
}

/** What istiod sent last and what the proxy acknowledged last, by time and the end of the nonce. */
export function syncFacts({ sync }: EnvoySplit, nowMs: number): Fact[] {
  if (sync === undefined) return [];
  const { state, sentAtMs, ackedAtMs, sentNonce, ackedNonce } = sync;
  const sinceMs = sentAtMs === undefined ? undefined : nowMs - sentAtMs;
  const age = sinceMs === undefined || sinceMs < 0 ? '' : ` for ${formatLength(sinceMs / 1000)}`;
  return [
    { label: 'syncz sent', text: momentText(sentAtMs, sentNonce) },
    { label: 'syncz acked', text: `${momentText(ackedAtMs, ackedNonce)}: ${state}${age}` },
  ];
}

const shownNonce = 8;

function momentText(atMs: number | undefined, nonce: string | undefined): string {
  const time = atMs === undefined ? [] : [`${formatClockSeconds({ epochMs: atMs, zone: 'utc' })} UTC`];
  const end = nonce === undefined ? [] : [`…${nonce.slice(-shownNonce)}`];
  return [...time, ...end].join(' ') || 'nothing';
}

/** The command that shows the same routes or listeners without Vigla. */
export function proxyCommand({ namespace, pod, section, place }: EnvoySplit): string {
  const [name = ''] = place?.split(' / ') ?? [];
  const which = section === 'routes' && name !== '' ? ` --name ${name}` : '';
  return `istioctl proxy-config ${section} ${pod}.${namespace}${which} -o json`;
}
