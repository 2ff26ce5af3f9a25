import type { Health } from '#lib/contract/health.ts';
import type { Revision } from '#lib/contract/mesh.ts';

type Used = Pick<Revision, 'revision' | 'hasControlPlane' | 'namespaces' | 'proxies'> & {
  arePlanesKnown: boolean;
};

/** Failing where somebody depends on a revision without istiod, degraded where only a webhook still names it. */
export function revisionHealth({
  revision,
  hasControlPlane,
  arePlanesKnown,
  namespaces,
  proxies,
}: Used): Health {
  if (hasControlPlane) return { status: 'healthy', reasons: [] };
  if (!arePlanesKnown) return unwell('unknown', unknownPlane);
  const text = `No istiod of revision ${revision} runs`;
  if (namespaces.length > 0)
    return unwell(
      'failing',
      `${text}, but ${namespaces.join(', ')} ask for it: their new pods are refused or stay without a proxy`,
    );
  if (proxies > 0)
    return unwell('failing', `${text}, but ${proxies} proxies were injected by it: restart their pods`);
  return unwell('degraded', `${text}; only a webhook still names it`);
}

/** The same of a tag: what it points to must run. */
export function tagHealth({
  revision,
  hasControlPlane,
  arePlanesKnown,
  namespaces,
}: Omit<Used, 'proxies'>): Health {
  if (hasControlPlane) return { status: 'healthy', reasons: [] };
  if (!arePlanesKnown) return unwell('unknown', unknownPlane);
  const text = `It points to revision ${revision}, of which no istiod runs`;
  return unwell(namespaces.length > 0 ? 'failing' : 'degraded', text);
}

const unknownPlane = 'Whether its istiod runs is not known, because pods or Deployments could not be read';

function unwell(status: Health['status'], text: string): Health {
  return { status, reasons: [{ text, evidence: [] }] };
}
