import type { RealizedSection } from '#lib/contract/realized.ts';
import { formatCount } from '#lib/format-count.ts';

const proxies = (count: number) => `${formatCount(count)} ${count === 1 ? 'proxy' : 'proxies'}`;

export const words = {
  label: 'In Envoy',
  proxy: 'Proxy',
  section: 'Section',
  item: 'Item',
  part: 'Part',
  state: 'State',
  sure: 'How sure',
  relation: 'Relation',
  because: 'Because',
  relations: { shows: 'is it', applies: 'shaped by it' },
  sections: {
    clusters: 'Cluster',
    listeners: 'Listener',
    routes: 'Route',
    endpoints: 'Endpoint',
    secrets: 'Secret',
    ecds: 'Extension',
    bootstrap: 'Bootstrap',
  } satisfies Record<RealizedSection, string>,
  shown: (shown: number, count: number) =>
    shown === count ? `${formatCount(count)} items` : `${formatCount(shown)} of ${formatCount(count)} items`,
  placeholder: 'Proxy, item, part …',
  summary: (read: number, candidates: number, having: number) =>
    read === candidates
      ? `${having === 0 ? 'None' : formatCount(having)} of ${proxies(candidates)} ${having === 1 ? 'has' : 'have'} it.`
      : `${having === 0 ? 'None' : formatCount(having)} of ${proxies(read)} ${having === 1 ? 'has' : 'have'} it; ${formatCount(candidates)} may.`,
  silent: (count: number) => `${proxies(count)} did not answer:`,
  without: (count: number) =>
    `${proxies(count)} of those read ${count === 1 ? 'has' : 'have'} nothing of it:`,
  cut: (shown: number, count: number) =>
    `${formatCount(shown)} of ${formatCount(count)} items are listed; a proxy’s own page has them all.`,
  readMore: 'Read more proxies',
  readAll: (most: number) => `No more than ${most} proxies are read for one page.`,
  nobody: 'No proxy can have it',
  nobodyText: 'No Envoy serves it, obeys it or may call what it is about.',
  nothing: 'Nothing of it in Envoy',
  nothingText: (read: number) =>
    `${proxies(read)} ${read === 1 ? 'was' : 'were'} read, and none has an item that comes from it.`,
} as const;

export const callersWords = {
  label: 'In the caller’s Envoy',
  sections: { routes: 'Routes for', listeners: 'Listeners for' },
  more: (count: number) => `and ${proxies(count)} more`,
} as const;
