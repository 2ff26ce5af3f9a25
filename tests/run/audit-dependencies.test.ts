import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import packageJson from '#package.json' with { type: 'json' };
import { auditDependencies } from './audit-dependencies.ts';
import { judgeAdvisories } from './judge-advisories.ts';

// npm itself takes seconds to start on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

type Advisory = { id: number; url: string; title: string; severity: string; vulnerable_versions: string };

function advisory(severity: string): Advisory {
  return {
    id: 1,
    url: 'https://github.com/advisories/GHSA-aaaa-bbbb-cccc',
    title: 'Reads too far',
    severity,
    vulnerable_versions: '<1000',
  };
}

/** npm remembers what it was told of an advisory: each time in a folder of its own. */
function optionsOf(registry: string): string[] {
  return [`--registry=${registry}`, `--cache=${mkdtempSync(join(tmpdir(), 'vigla-npm-'))}`];
}

/** What npm looks up of a package that is concerned, and of those that depend on it. */
function packumentOf(name: string) {
  const version = packageJson.devDependencies.zod;
  const versions = name === 'zod' ? { [version]: { name, version } } : {};
  return { name, 'dist-tags': { latest: version }, versions };
}

/** A registry that knows of advisories about `zod`, which depends on nothing. */
async function startRegistry(advisories: readonly Advisory[], status = 200): Promise<string> {
  const server = createServer(async (request, response) => {
    request.resume();
    if (request.method === 'POST') response.writeHead(status).end(JSON.stringify({ zod: advisories }));
    else response.end(JSON.stringify(packumentOf(decodeURIComponent((request.url ?? '').slice(1)))));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the registry has no port');
  return `http://127.0.0.1:${address.port}`;
}

test.each([
  ['critical', false],
  ['high', false],
  ['moderate', true],
  ['low', true],
])('a %s finding is told, and is fine: %s', async (severity, isOk) => {
  const registry = await startRegistry([advisory(severity)]);
  expect(await auditDependencies(optionsOf(registry))).toEqual({
    isOk,
    lines: [`${severity}: zod <1000: Reads too far (GHSA-aaaa-bbbb-cccc)`],
  });
});

test('without findings there is nothing to tell', async () => {
  expect(await auditDependencies(optionsOf(await startRegistry([])))).toEqual({ isOk: true, lines: [] });
});

test.each([
  ['knows no advisories', async () => startRegistry([], 405), /^skipped: 405 /],
  ['is not there', async () => 'http://127.0.0.1:9', /^skipped: .*ECONNREFUSED/],
])('a registry that %s is no finding, and a line says so', async (_name, address, line) => {
  const { isOk, lines } = await auditDependencies(optionsOf(await address()));
  expect([isOk, lines]).toEqual([true, [expect.stringMatching(line)]]);
});

test('what is accepted is told with its reason, until its day', () => {
  const report = {
    vulnerabilities: {
      zod: { via: [{ ...advisory('high'), name: 'zod', range: '<1000' }] },
      other: { via: ['zod'] },
    },
  };
  const accepted = [{ id: 'GHSA-aaaa-bbbb-cccc', reason: 'only in tests', until: '2026-12-31' }];
  const what = 'high: zod <1000: Reads too far (GHSA-aaaa-bbbb-cccc)';
  expect(judgeAdvisories(report, accepted, '2026-12-31')).toEqual({
    isOk: true,
    lines: [`accepted until 2026-12-31, ${what}: only in tests`],
  });
  expect(judgeAdvisories(report, accepted, '2027-01-01')).toEqual({
    isOk: false,
    lines: [`accepted only until 2026-12-31, ${what}`],
  });
  expect(judgeAdvisories({ vulnerabilities: {} }, accepted, '2026-12-01')).toEqual({
    isOk: true,
    lines: ['GHSA-aaaa-bbbb-cccc is accepted and not found any more'],
  });
});
