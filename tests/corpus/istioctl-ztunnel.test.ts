import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ztunnelJobs } from '#server/mesh/ambient/ztunnel/jobs.ts';
import { corpus } from '#tests/support/corpus-folder.ts';

const { folder, whyMissing } = corpus('istioctl-goldens');

/** The files were written while the certificate that they call valid was. */
const nowMs = Date.parse('2026-11-21T00:00:00Z');

function dump(): readonly Uint8Array[] {
  return [readFileSync(join(folder, 'ztunnel', 'dump.json'))];
}

/** istioctl's table as its rows of cells, cut where the titles of the columns begin. */
function tableOf(file: string, titles: readonly string[]): string[][] {
  const [head = '', ...lines] = readFileSync(join(folder, 'ztunnel', file), 'utf8')
    .trimEnd()
    .split('\n');
  const starts = titles.map((title) => head.indexOf(title));
  expect(starts).not.toContain(-1);
  return lines.map((line) => starts.map((start, at) => line.slice(start, starts[at + 1]).trim()));
}

const workloadTitles = ['NAMESPACE', 'POD NAME', 'ADDRESS', 'NODE', 'WAYPOINT', 'PROTOCOL'];
const certificateTitles = [
  'CERTIFICATE NAME',
  'TYPE',
  'STATUS',
  'VALID CERT',
  'SERIAL NUMBER',
  'NOT AFTER',
  'NOT BEFORE',
];
const connectionTitles = ['WORKLOAD', 'DIRECTION', 'LOCAL', 'REMOTE', 'REMOTE TARGET', 'PROTOCOL'];

describe.skipIf(whyMissing !== undefined)('istioctl ztunnel-config', () => {
  test.each([
    ['workloadsummary_default.txt', (row: { namespace: string }) => row.namespace === 'default'],
    [
      'workloadsummary_workload.txt',
      (row: { podName: string }) => row.podName === 'productpage-v1-675fc69cf-jscn2',
    ],
  ])('%s has the same workloads', (file, isAsked) => {
    const { rows } = ztunnelJobs.workloads.run(dump(), null);
    const told = rows
      .filter((row) => isAsked(row))
      .map(({ namespace, podName, address, node, waypoint, protocol }) => [
        namespace,
        podName,
        address,
        node,
        waypoint,
        protocol,
      ]);
    expect(told).toEqual(tableOf(file, workloadTitles));
    console.info(`${file}: ${told.length} rows found, 0 missing, 0 extra`);
  });

  test('secretsummary.txt has the same certificates', () => {
    const { rows } = ztunnelJobs.certificates.run(dump(), { nowMs, shiftMs: 0 });
    const told = rows.map((row) => [
      row.certificateName,
      row.type,
      row.status,
      row.validCert,
      row.serialNumber,
      row.notAfter,
      row.notBefore,
    ]);
    const wanted = tableOf('secretsummary.txt', certificateTitles);
    expect(wanted.length).toBeGreaterThan(3);
    expect(told).toEqual(wanted);
    console.info(`secretsummary.txt: ${told.length} rows found, 0 missing, 0 extra`);
  });

  test('connectionsummary_workload.txt has the same connections', () => {
    const { rows } = ztunnelJobs.connections.run(dump(), null);
    const told = rows
      .filter(({ workload }) => workload === 'productpage-v1-796f87b58-97bjk.bookinfo')
      .map(({ workload, direction, local, remote, remoteTarget, protocol }) => [
        workload,
        direction,
        local,
        remote,
        remoteTarget,
        protocol,
      ]);
    expect(told).toEqual(tableOf('connectionsummary_workload.txt', connectionTitles));
    console.info(`connectionsummary_workload.txt: ${told.length} rows found, 0 missing, 0 extra`);
  });
});
