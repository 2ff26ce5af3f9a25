import type { Drift, ProxyItem } from '#lib/contract/proxies.ts';

/** A proxy in sync, with what a test says differently. */
export function makeProxy(fields: Partial<ProxyItem> = {}): ProxyItem {
  return {
    cluster: 'Kubernetes',
    namespace: 'shop',
    pod: 'web-1',
    type: 'sidecar',
    version: '1.28.0',
    istiod: 'istiod-1',
    syncs: [
      { type: 'CDS', state: 'SYNCED' },
      { type: 'LDS', state: 'SYNCED' },
      { type: 'SDS', state: 'IGNORED' },
    ],
    drift: [],
    undecided: [],
    ...fields,
  };
}

export function makeDrift(id: Drift['class'], severity: Drift['severity']): Drift {
  return { class: id, severity, why: { text: `It is ${id}.`, evidence: [] }, items: [] };
}
