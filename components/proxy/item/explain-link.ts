import { confidenceLooks } from '#components/ui/confidence-mark.tsx';
import { linkKind } from '#components/ui/link-kind.ts';
import type { Explanation } from '#lib/contract/evidence.ts';
import type { ProxyLink } from '#lib/contract/proxy-links.ts';
import { proxyLinkPath } from '#lib/proxy-link-path.ts';
import { queryText } from '#lib/url-state.ts';
import { words } from '../words.ts';

/** Why an item is taken to come from an object: the sentence, both ends, and the command that shows the object. */
export function explainLink(link: ProxyLink, { proofPath }: { proofPath: string }): Explanation {
  const { kind, namespace, name, part, confidence, because, isMissing } = link;
  const place = proxyLinkPath(link);
  const called = namespace === '' ? name : `${namespace}/${name}`;
  return {
    text: `${because} ${words.linkedBy(confidenceLooks[confidence])}`,
    ...(isMissing === true ? { fix: words.missingFix(linkKind(kind), called) } : {}),
    evidence: [
      { kind: 'envoy', text: proofPath },
      {
        kind: 'object',
        text: [linkKind(kind), called, part ?? ''].join(' ').trim(),
        ...(place === undefined
          ? {}
          : { link: `${place.path}${queryText(new URLSearchParams(place.parameters))}` }),
      },
    ],
    ...(kind === 'MeshConfig'
      ? {}
      : {
          command: `kubectl get ${linkKind(kind).toLowerCase()} ${name}${namespace === '' ? '' : ` -n ${namespace}`} -o yaml`,
        }),
  };
}
