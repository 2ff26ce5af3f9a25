import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { z } from 'zod';

const line = z.looseObject({ level: z.number(), audit: z.string().optional() });

/** Changes levels in a process of its own, whose log is its output. */
const script = `
  import { createEnvoy } from '#server/sources/envoy/envoy.ts';
  import { answeringPorts } from '#tests/support/answering-stream.ts';
  import { objectsSnapshot } from '#tests/support/objects-snapshot.ts';
  const spec = { containers: [{ name: 'istio-proxy' }] };
  const pod = { kind: 'Pod', name: 'checkout', namespace: 'shop', spec, status: { phase: 'Running' } };
  const objects = { snapshot: async () => objectsSnapshot([pod]) };
  const { forwardPort } = answeringPorts();
  const envoy = createEnvoy({ forwardPort, objects, timeoutMs: 5000, limitBytes: 1000, isWritable: true });
  const name = { namespace: 'shop', pod: 'checkout' };
  await envoy.admin(name, { path: 'logging' });
  await envoy.setLogLevel(name, { level: 'loud' }).catch(() => undefined);
  await envoy.setLogLevel(name, { logger: 'rbac', level: 'debug' });
`;

test('a level that was set is a line in the log, and nothing else is', async () => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module-typescript', '--eval', script],
    { env: { ...process.env, VIGLA_LOG_LEVEL: 'info' } },
  );
  const lines = stdout
    .trim()
    .split('\n')
    .map((text) => line.parse(JSON.parse(text)));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({
    level: 30,
    audit: 'set_log_level',
    proxy: { namespace: 'shop', pod: 'checkout' },
    change: { logger: 'rbac', level: 'debug' },
  });
});
