import type { SpecialAnswer } from './answers.ts';

type Visit = {
  share: number;
  path: string;
  /** Where it is not the flow's. */
  host?: string;
  headers?: Readonly<Record<string, string>>;
  arrivesAs?: string;
  answer?: SpecialAnswer;
};
type Visitors = {
  name: string;
  gateway: string;
  table: string;
  host: string;
  requestsPerSecond: number;
  requests: readonly Visit[];
};

const bookinfo = {
  gateway: 'istio-system/istio-ingressgateway',
  table: 'http.8080',
  host: 'bookinfo.example.com',
};
const shop = { gateway: 'shop/storefront-istio', table: 'http.80', host: 'shop.example.com' };

/** Who comes in through the gateways, how often on average, and what they ask. */
export const usersAndBots: readonly Visitors[] = [
  {
    ...bookinfo,
    name: 'readers',
    requestsPerSecond: 10,
    requests: [
      { share: 78, path: '/productpage' },
      { share: 2, path: '/productpage', headers: { 'end-user': 'jason' } },
      { share: 0.3, path: '/productpage', headers: { 'end-user': 'jason', 'x-slow': 'yes' } },
      { share: 0.3, path: '/productpage', headers: { 'x-break': 'yes' } },
      { share: 0.2, path: '/productpage', headers: { 'x-break': 'details' } },
      { share: 10, path: '/static/style.css' },
      { share: 6, path: '/api/v1/products' },
      { share: 2, path: '/login' },
      { share: 0.5, path: '/old/page' },
      { share: 0.15, path: '/delay/2s', answer: 'timedOut' },
      { share: 0.15, path: '/status/503', answer: 'retriesExhausted' },
      { share: 0.4, path: '/empty' },
    ],
  },
  {
    ...bookinfo,
    name: 'bots',
    requestsPerSecond: 0.35,
    requests: [
      { share: 60, path: '/wp-login.php' },
      { share: 12, path: '/.env', host: 'bookinfo.example.net' },
      { share: 16, path: '/admin/users', answer: 'forbidden' },
      { share: 6, path: '/secure/me', answer: 'forbidden' },
      { share: 6, path: '/secure/me', headers: { authorization: 'Bearer expired' }, answer: 'unauthorized' },
    ],
  },
  {
    ...shop,
    name: 'shoppers',
    requestsPerSecond: 4,
    requests: [
      { share: 94, path: '/shop' },
      { share: 3, path: '/beta/shop', arrivesAs: '/shop/shop' },
      { share: 3, path: '/favicon.ico' },
    ],
  },
];
