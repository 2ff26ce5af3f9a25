import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEnvoy } from '#server/sources/envoy/envoy.ts';
import { createKubernetes } from '#server/sources/kubernetes/kubernetes.ts';
import { createRecording } from '#server/sources/recording/recording.ts';
import { type Kubeapi, startKubeapi } from '#tests/support/kubeapi.ts';

const tls = join(import.meta.dirname, '..', 'fixtures', 'tls');
const certificate = join(tls, 'cert.pem');
const checkout = { namespace: 'shop', pod: 'checkout-99n5fqdxdr-m2n4z' };
const { objects } = createRecording({});

let api: Kubeapi;
beforeAll(async () => {
  const flags = ['-tls-cert', certificate, '-tls-key', join(tls, 'key.pem')];
  api = await startKubeapi({ flags, scheme: 'https' });
});
afterAll(() => api.stop());

async function certificatesWith(cluster: Record<string, unknown>): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), 'vigla-kubeconfig-')), 'config');
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'own', cluster: { server: api.url, ...cluster } }],
    users: [{ name: 'own', user: {} }],
    contexts: [{ name: 'own', context: { cluster: 'own', user: 'own' } }],
    'current-context': 'own',
  };
  writeFileSync(file, JSON.stringify(config));
  const kubernetes = createKubernetes({ kubeconfigPath: file });
  const { forwardPort } = kubernetes;
  const envoy = createEnvoy({
    forwardPort,
    objects,
    timeoutMs: 5_000,
    limitBytes: 1_000_000,
    isWritable: false,
  });
  const answer = envoy.admin(checkout, { path: 'certs' });
  return new TextDecoder().decode(await answer.finally(() => kubernetes.stop()));
}

test.each([
  ['its authority as data', { 'certificate-authority-data': readFileSync(certificate).toString('base64') }],
  ['its authority in a file', { 'certificate-authority': certificate }],
  ['no check of its certificate', { 'insecure-skip-tls-verify': true }],
])('a stream is opened over TLS with %s', async (_, cluster) => {
  expect(await certificatesWith(cluster)).toContain('"cert_chain"');
});

test('without its authority no stream is opened, and the certificate is named as the reason', async () => {
  await expect(certificatesWith({})).rejects.toMatchObject({
    code: 'source_unreachable',
    message: expect.stringMatching(/^The Kubernetes API could not be reached .*: self-signed certificate/),
  });
});
