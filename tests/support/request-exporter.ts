import { type LocalServer, startServer } from './local-server.ts';
import { type Party, requests } from './telemetry.ts';

/** A proxy's metrics page: requests to `bookinfo/reviews` and how long they took. */
export type RequestExporter = {
  url: string;
  /** Every request took 7 ms. */
  count(given: { from: Party; to: Party; count: number; code?: string }): void;
  /** Forgets all counters, as a process that begins anew. */
  restart(): void;
  /** Whether scrapes fail. */
  fail(isFailing: boolean): void;
  scrapes(): number;
  stop: LocalServer['stop'];
};

const bounds = ['5', '10', '+Inf'];
const milliseconds = 7;

export async function startRequestExporter(): Promise<RequestExporter> {
  const counters = new Map<string, number>();
  let isFailing = false;
  const add = (name: string, labels: Readonly<Record<string, string>>, count: number) => {
    const pairs = Object.entries(labels).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
    const key = `${name}{${pairs.join(',')}}`;
    counters.set(key, (counters.get(key) ?? 0) + count);
  };
  const server = await startServer((response) => {
    const body = [...counters].map(([key, value]) => `${key} ${value}\n`).join('');
    response.writeHead(isFailing ? 503 : 200, { 'content-type': 'text/plain; version=0.0.4' }).end(body);
  });
  return {
    url: server.url,
    count({ from, to, count, code = '200' }) {
      const given = { reporter: 'source', from, to, service: 'bookinfo/reviews', code, value: 0 } as const;
      const { labels } = requests(given);
      add('istio_requests_total', labels, count);
      for (const le of bounds) {
        const isWithin = le === '+Inf' || milliseconds <= Number(le);
        add('istio_request_duration_milliseconds_bucket', { ...labels, le }, isWithin ? count : 0);
      }
    },
    restart: () => counters.clear(),
    fail(failing) {
      isFailing = failing;
    },
    scrapes: () => server.received.length,
    stop: server.stop,
  };
}
