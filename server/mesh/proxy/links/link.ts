import type { ObjectReference } from '#lib/contract/evidence.ts';
import type { LinkConfidence, ProxyLink } from '#lib/contract/proxy-links.ts';

type LinkParts = {
  confidence: LinkConfidence;
  part?: string | undefined;
  because: string;
  isMissing?: boolean | undefined;
};

/** A link to an object that the item is, in Envoy's words. */
export function showsLink(object: ObjectReference, parts: LinkParts): ProxyLink {
  return linkOf(object, 'shows', parts);
}

/** A link to an object that shapes the item without leaving a mark. */
export function appliesLink(object: ObjectReference, parts: LinkParts): ProxyLink {
  return linkOf(object, 'applies', parts);
}

function linkOf(
  { kind, namespace, name }: ObjectReference,
  relation: ProxyLink['relation'],
  { confidence, part, because, isMissing }: LinkParts,
): ProxyLink {
  return {
    kind,
    namespace,
    name,
    confidence,
    ...(part === undefined ? {} : { part }),
    relation,
    because,
    ...(isMissing === true ? { isMissing } : {}),
  };
}
