import type { Behaviour } from './answers.ts';

const bytes = (requestBytes: number, responseBytes: number) => ({ requestBytes, responseBytes });

function behaviour(medianMs: number, size: Behaviour['size'], faults: Partial<Behaviour> = {}): Behaviour {
  return { latency: { medianMs, spread: 0.3 }, size, failureShare: 0, transientShare: 0, ...faults };
}

/** How the workloads answer when nothing is wrong. Declared, not recorded: the lab's apps answer at once. */
export const behaviourByWorkload: Readonly<Record<string, Behaviour>> = {
  'bookinfo/productpage-v1': behaviour(75, bytes(780, 5200)),
  'bookinfo/details-v1': behaviour(4.2, bytes(640, 420), { transientShare: 0.001 }),
  'bookinfo/reviews-v1': behaviour(7, bytes(690, 560)),
  'bookinfo/reviews-v2': behaviour(14, bytes(690, 640), { transientShare: 0.004 }),
  'bookinfo/reviews-v3': behaviour(13, bytes(690, 650), { transientShare: 0.012 }),
  'bookinfo/ratings-v1': behaviour(3.6, bytes(610, 260)),
  'bookinfo/ratings-v2': behaviour(3.9, bytes(610, 260)),
  'bookinfo/mongodb-v1': behaviour(3, bytes(430, 1900)),
  'bookinfo/mysqldb-v1': behaviour(3, bytes(510, 2300)),
  'shop/storefront-v1': behaviour(140, bytes(820, 9100)),
  'shop/storefront-v2': behaviour(138, bytes(820, 8700), { failureShare: 0.004 }),
  'shop/wordpress-v1': behaviour(30, bytes(720, 14_000)),
  'shop/catalog-v1': behaviour(4, bytes(650, 3100)),
  'shop/catalog-v2': behaviour(4.6, bytes(650, 3300)),
  'shop/checkout': behaviour(38, bytes(910, 720)),
  'shop/reports': behaviour(55, bytes(600, 48_000)),
  'shop/mysql': behaviour(3, bytes(560, 4200)),
  'shop/redis': behaviour(1.5, bytes(120, 900)),
  'external/crawler': behaviour(210, bytes(560, 1200)),
  'istio-system/istio-egressgateway': behaviour(48, bytes(700, 2600)),
};

/** Anything else: services outside the mesh, mostly. */
export const standardBehaviour = behaviour(8, bytes(690, 1900));

/** During an incident the version takes many times as long, and a good part of the requests fail. */
export function inIncident(usual: Behaviour): Behaviour {
  const { medianMs, spread } = usual.latency;
  return {
    ...usual,
    latency: { medianMs: medianMs * 14, spread: spread + 0.05 },
    failureShare: 0.22,
    transientShare: 0.05,
  };
}

/** The versions that incidents happen to. */
export const incidentTargets = [
  'bookinfo/reviews-v3',
  'bookinfo/reviews-v2',
  'bookinfo/details-v1',
  'shop/catalog-v2',
] as const;
