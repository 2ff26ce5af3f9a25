import type { Explanation } from '#lib/contract/evidence.ts';
import type { Sync } from '#lib/contract/proxies.ts';
import type { ProxyTarget } from '#lib/proxy-target.ts';
import { words } from '../words.ts';

type SyncPlace = { target: ProxyTarget; age: string | undefined };

/** What istiod's state of one type means, with the nonces that prove it. */
export function explainSync(sync: Sync, { target, age }: SyncPlace): Explanation {
  const { state, sent, acked, lastError } = sync;
  return {
    text: words.syncSentences[state],
    evidence: [
      ...(lastError === undefined ? [] : [{ kind: 'envoy' as const, text: lastError }]),
      ...(sent === undefined
        ? []
        : [
            {
              kind: 'envoy' as const,
              text: [words.syncFacts.sent(sent), age].filter((text) => text !== undefined).join(', '),
            },
          ]),
      ...(sent === undefined
        ? []
        : [
            {
              kind: 'envoy' as const,
              text: acked === undefined ? words.syncFacts.notAcked : words.syncFacts.acked(acked),
            },
          ]),
    ],
    command: `istioctl proxy-status ${target.pod}.${target.namespace}`,
  };
}
