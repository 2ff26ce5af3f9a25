import { restrictedName } from '#lib/restricted-name.ts';
import { endOf, isNeutral, isUnknown, isVersion, type TrafficEnd, trafficEnds } from './traffic-ends.ts';

type Labels = Readonly<Record<string, string>>;

export type MaskRights = {
  isVisible(namespace: string): boolean;
  /** Whether a host that somebody asked for is named after a namespace that is not visible. */
  isHiddenHost(host: string): boolean;
};

/**
 * The labels of a series with what tells something of an invisible end masked, whichever label tells it. Labels of no end
 * (the scraped pod, a mesh's own tags) are the reporter's. Clusters and outcomes stay.
 */
export function maskLabels(
  labels: Labels,
  rights: MaskRights,
): { labels: Labels; isReporterHidden: boolean } {
  const hidden = hiddenEnds(labels, rights);
  const isReporterHidden = isHiddenReporter(labels.reporter, hidden);
  if (hidden.size === 0) return { labels, isReporterHidden };
  const masked = Object.entries(labels).map(([label, value]) => {
    const end = endOf(label);
    const isMasked = end === undefined ? isReporterHidden && !isNeutral(label) : hidden.has(end);
    if (!isMasked || (isUnknown(value) && !isNamespace(label))) return [label, value] as const;
    return [label, isVersion(label) ? 'unknown' : restrictedName] as const;
  });
  return { labels: Object.fromEntries(masked), isReporterHidden };
}

/** A hidden service whose namespace Istio did not know is shown like the other hidden ones. */
function isNamespace(label: string): boolean {
  return label === trafficEnds.service.namespace;
}

function hiddenEnds(labels: Labels, { isVisible, isHiddenHost }: MaskRights): ReadonlySet<TrafficEnd> {
  const isHidden = (namespace: string | undefined) => namespace !== undefined && !isVisible(namespace);
  const hidden = new Set<TrafficEnd>();
  if (isHidden(namespaceOf(labels, 'source', labels.source_principal))) hidden.add('source');
  if (isHidden(namespaceOf(labels, 'destination', labels.destination_principal))) hidden.add('destination');
  const service = namespaceOf(labels, 'service', undefined);
  const names = [labels.destination_service, labels.destination_service_name];
  const isServiceHidden =
    service === undefined
      ? hidden.has('destination') || names.some((name) => name !== undefined && isHiddenHost(name))
      : isHidden(service);
  if (isServiceHidden) hidden.add('service');
  return hidden;
}

/** By its label, else by the identity `spiffe://<trust domain>/ns/<namespace>/sa/<account>`. */
function namespaceOf(labels: Labels, end: TrafficEnd, principal: string | undefined): string | undefined {
  const told = labels[trafficEnds[end].namespace];
  return isUnknown(told) ? /\/ns\/([^/]+)\//.exec(principal ?? '')?.[1] : told;
}

function isHiddenReporter(reporter: string | undefined, hidden: ReadonlySet<TrafficEnd>): boolean {
  if (reporter === 'source' || reporter === 'destination') return hidden.has(reporter);
  return hidden.size > 0;
}
