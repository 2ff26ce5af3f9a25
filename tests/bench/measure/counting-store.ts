import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { Agent, request } from 'undici';

export type CountingStore = {
  url: string;
  counts(): StoreCounts;
  stop(): Promise<void>;
};

export type StoreCounts = {
  questions: number;
  distinct: number;
  /** The most copies of one question that were being answered at the same time; 1 where askers share. */
  mostAtOnceOfOne: number;
  mostAtOnce: number;
};

/** Stands in front of a store of metrics, and counts what is asked of it and how often at the same time. */
export async function startCountingStore(storeUrl: string): Promise<CountingStore> {
  const underWay = new Map<string, number>();
  const distinct = new Set<string>();
  const counts = { questions: 0, mostAtOnceOfOne: 0, mostAtOnce: 0 };
  let open = 0;
  const dispatcher = new Agent({ connections: 32 });

  const server = createServer(async (incoming, outgoing) => {
    const body = await text(incoming);
    const question = `${incoming.url} ${body}`;
    const copies = (underWay.get(question) ?? 0) + 1;
    underWay.set(question, copies);
    distinct.add(question);
    open += 1;
    counts.questions += 1;
    counts.mostAtOnceOfOne = Math.max(counts.mostAtOnceOfOne, copies);
    counts.mostAtOnce = Math.max(counts.mostAtOnce, open);
    outgoing.on('close', () => {
      open -= 1;
      const left = (underWay.get(question) ?? 1) - 1;
      if (left === 0) underWay.delete(question);
      else underWay.set(question, left);
    });
    try {
      const answer = await request(`${storeUrl}${incoming.url}`, {
        dispatcher,
        method: incoming.method === 'POST' ? 'POST' : 'GET',
        headers: { 'content-type': incoming.headers['content-type'] ?? '' },
        ...(incoming.method === 'POST' ? { body } : {}),
      });
      outgoing.writeHead(answer.statusCode, { 'content-type': 'application/json' });
      for await (const part of answer.body) outgoing.write(part);
      outgoing.end();
    } catch {
      outgoing.destroy();
    }
  });
  const listening = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', () => listening.resolve());
  await listening.promise;
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the store has no address');
  return {
    url: `http://127.0.0.1:${bound.port}`,
    counts: () => ({ ...counts, distinct: distinct.size }),
    async stop() {
      server.closeAllConnections();
      server.close();
      await dispatcher.destroy();
    },
  };
}
