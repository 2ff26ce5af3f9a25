import { expect, test } from 'vitest';
import { secretsJob } from '#server/mesh/proxy/sections/secrets/secrets-job.ts';
import { dumpOf } from '#tests/support/made-dump.ts';
import { recordedAnswer, recordedProxies } from '#tests/support/recorded-dump.ts';
import { whyNoSharedFolder } from '#tests/support/shared-folder.ts';

if (whyNoSharedFolder !== undefined) console.log(`recorded certificates: skipped, ${whyNoSharedFolder}`);

function read(secrets: object[], list = 'dynamic_active_secrets') {
  const dump = dumpOf({
    part: 'SecretsConfigDump',
    [list]: secrets.map((secret) => ({ name: 'x', secret })),
  });
  return secretsJob.run([dump], { nowMs: 0, shiftMs: 0 });
}

function recorded(nowMs: number, shiftMs = 0) {
  const [proxy = ''] = recordedProxies();
  const { rows } = secretsJob.run([recordedAnswer(proxy, 'config_dump.json')], { nowMs, shiftMs });
  const row = rows.find(({ resourceName }) => resourceName === 'default');
  if (row === undefined) throw new Error('the recorded proxy has no workload certificate');
  return row;
}

const made = Date.parse('2026-11-21T02:02:00Z');
const hour = 3_600_000;

test.skipIf(whyNoSharedFolder !== undefined)(
  'a workload certificate is read with its chain and identity',
  () => {
    const row = recorded(made);
    expect(row).toMatchObject({
      type: 'Cert Chain',
      status: 'ACTIVE',
      validCert: 'true',
      trustDomain: 'cluster.local',
    });
    expect(row.chain.map(({ isCa }) => isCa)).toEqual([false, true]);
    expect(row.chain[0]?.subjectAltNames[0]).toMatch(/^spiffe:\/\/cluster\.local\/ns\/[^/]+\/sa\/[^/]+$/);
    expect(row.chain[0]).toMatchObject({ issuer: 'O=cluster.local', keyAlgorithm: 'RSA 2048' });
    expect(row.chain[0]?.fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
  },
);

test.skipIf(whyNoSharedFolder !== undefined)('its validity and the share of its life depend on now', () => {
  expect(recorded(made - 24 * hour).validCert).toBe('false');
  expect(recorded(made + 25 * hour).validCert).toBe('false');
  expect(recorded(made + 20 * hour).chain[0]?.lifeShare).toBeCloseTo(0.83, 1);
  expect(recorded(made + 48 * hour).chain[0]?.lifeShare).toBeGreaterThan(1);
});

test.skipIf(whyNoSharedFolder !== undefined)('its times are moved with the recording', () => {
  const row = recorded(made + 1000 * hour, 1000 * hour);
  expect(row.validCert).toBe('true');
  expect(Date.parse(row.notAfter) - Date.parse(recorded(made).notAfter)).toBe(1000 * hour);
});

test('a certificate that cannot be read is a problem that names the secret, and the row stays', () => {
  const pem = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';
  const inline = Buffer.from(pem).toString('base64');
  const { rows, problems } = read([{ tls_certificate: { certificate_chain: { inline_bytes: inline } } }]);
  expect(problems).toEqual(['Secret x has a certificate that cannot be read.']);
  expect(rows).toMatchObject([{ resourceName: 'x', validCert: 'false', serialNumber: '', chain: [] }]);
});

test('what holds no certificates is named by its kind', () => {
  const { rows, problems } = read([
    { generic_secret: { secret: { inline_string: 'hidden' } } },
    { session_ticket_keys: {} },
    { tls_certificate: { certificate_chain: { filename: '/etc/certs/cert.pem' } } },
    {},
  ]);
  expect(rows.map(({ type, file }) => [type, file])).toEqual([
    ['Generic Secret', undefined],
    ['Session Tickets', undefined],
    ['', '/etc/certs/cert.pem'],
    ['', undefined],
  ]);
  expect(problems).toEqual([]);
  expect(JSON.stringify(rows)).not.toContain('hidden');
});

test('a secret that never came is there, warming', () => {
  expect(read([{ name: 'kubernetes://missing' }], 'dynamic_warming_secrets').rows).toMatchObject([
    { status: 'WARMING', validCert: 'false' },
  ]);
});
