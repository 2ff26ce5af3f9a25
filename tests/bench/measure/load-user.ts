import { setTimeout } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { createRandom } from '../mesh/random.ts';

export type Asked = { page: string; status: number; ms: number; bytes: number; problem?: string };

type LoadUser = {
  viglaUrl: string;
  index: number;
  /** Namespaces of the mesh, one of which is this user's own. */
  namespaces: readonly string[];
  signal: AbortSignal;
  onAnswer: (asked: Asked) => void;
};

type Page = { name: string; addresses: (namespaces: string) => string[] };

const lists = ['applications', 'workloads', 'services'];
/** What each page asks for at every refresh, in the words in which it asks. */
const pages: readonly Page[] = [
  {
    name: 'graph',
    addresses: (namespaces) => [
      `/api/graph?namespaces=${namespaces}&range=10m&at=now`,
      '/api/canaries?at=now&range=10m',
    ],
  },
  {
    name: 'overview',
    addresses: (namespaces) => [
      `/api/graph?namespaces=${namespaces}&range=10m&at=now&include=latency`,
      '/api/mesh',
    ],
  },
  ...lists.map((list) => ({
    name: list,
    addresses: (namespaces: string) => [
      `/api/${list}?namespaces=${namespaces}&range=10m&at=now&include=latency`,
    ],
  })),
  { name: 'configuration', addresses: (namespaces) => [`/api/config?namespaces=${namespaces}`] },
];
/** The masthead's, on every page. */
const everywhere = ['/api/status', '/api/namespaces?range=10m&at=now'];

const usualRefreshMs = 15_000;
const quickRefreshMs = 5_000;
const shareOfQuick = 0.2;
const shareOfWholeMesh = 0.5;
const shareOfPageChanges = 0.3;

/** Somebody who looks at pages that refresh themselves, and at another page now and then, until the signal aborts. */
export async function actAsUser({ viglaUrl, index, namespaces, signal, onAnswer }: LoadUser): Promise<void> {
  const random = createRandom(20_261_121 + index);
  const of = <Item>(items: readonly Item[], otherwise: Item) =>
    items[Math.floor(random() * items.length)] ?? otherwise;
  const refreshMs = random() < shareOfQuick ? quickRefreshMs : usualRefreshMs;
  const scope = random() < shareOfWholeMesh ? '*' : of(namespaces, '*');
  const first: Page = { name: 'nothing', addresses: () => [] };
  const etags = new Map<string, string>();
  // As many connections as a browser opens.
  const dispatcher = new Agent({ connections: 6 });

  async function ask(page: string, address: string): Promise<void> {
    const startedAt = performance.now();
    const known = etags.get(address);
    try {
      const answer = await request(viglaUrl + address, {
        dispatcher,
        signal,
        headers: {
          'accept-encoding': 'gzip',
          cookie: `user=${index}`,
          ...(known === undefined ? {} : { 'if-none-match': known }),
        },
      });
      const body = await answer.body.arrayBuffer();
      const { etag } = answer.headers;
      if (typeof etag === 'string') etags.set(address, etag);
      const isFine = answer.statusCode === 200 || answer.statusCode === 304;
      const problem = isFine
        ? {}
        : {
            problem: `${answer.statusCode} ${address}: ${answer.headers['content-encoding'] ?? Buffer.from(body).toString('utf8')}`,
          };
      onAnswer({
        page,
        status: answer.statusCode,
        ms: performance.now() - startedAt,
        bytes: body.byteLength,
        ...problem,
      });
    } catch (error) {
      if (signal.aborted) return;
      onAnswer({
        page,
        status: 0,
        ms: performance.now() - startedAt,
        bytes: 0,
        problem: `${address}: ${error}`,
      });
    }
  }

  let page = of(pages, first);
  // They did not all come in the same second.
  await pause(random() * refreshMs);
  while (!signal.aborted) {
    const startedAt = performance.now();
    await Promise.all([...page.addresses(scope), ...everywhere].map((address) => ask(page.name, address)));
    if (random() < shareOfPageChanges) page = of(pages, first);
    const tookMs = performance.now() - startedAt;
    await pause(Math.max(0, refreshMs * (0.9 + 0.2 * random()) - tookMs));
  }
  await dispatcher.destroy();

  async function pause(milliseconds: number): Promise<void> {
    await setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);
  }
}
