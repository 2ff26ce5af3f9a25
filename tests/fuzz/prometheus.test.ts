import { test } from 'vitest';
import { expectRobust } from './expect-robust.ts';
import { startAnsweringServer } from './sources/answering-server.ts';
import { fuzzedPrometheus } from './sources/fuzzed-prometheus.ts';

test('broken answers of Prometheus break nothing else', () => expectRobust('prometheus', fuzzedPrometheus()));

test('nor do they over a real connection', async () => {
  const server = await startAnsweringServer();
  try {
    await expectRobust('prometheus over a socket', fuzzedPrometheus(server.clientOf), 0.05);
  } finally {
    await server.stop();
  }
});
