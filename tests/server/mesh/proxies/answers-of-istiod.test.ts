import { describe, expect, test } from 'vitest';
import { certificateLife } from '#server/mesh/proxies/certificate-life.ts';
import { connectionsOf } from '#server/mesh/proxies/connections.ts';

describe('connections', () => {
  test('of all replicas, the newest of each proxy, without counter and port', () => {
    const client = (connectionId: string, connectedAt: string, address: string) => ({
      connectionId,
      connectedAt,
      address,
    });
    const found = connectionsOf(
      [
        {
          replica: 'one',
          value: {
            totalClients: 1,
            clients: [client('web-1.shop-7', '2026-11-21T02:00:00Z', '10.0.0.1:4000')],
          },
        },
        {
          replica: 'two',
          value: { clients: [client('web-1.shop-12', '2026-11-21T02:05:00Z', '[fd00::1]:4000'), { odd: 1 }] },
        },
        { replica: 'three', value: null },
      ],
      60_000,
    );
    expect(found.get('web-1.shop')).toEqual({
      replica: 'two',
      connectedAt: '2026-11-21T02:06:00.000Z',
      address: 'fd00::1',
    });
  });
});

describe("the life of a workload's certificate", () => {
  const nowMs = Date.parse('2026-11-21T12:00:00Z');
  const chain = (from: string, to: string, uri = 'spiffe://cluster.local/ns/a/sa/b') => ({
    cert_chain: [{ valid_from: from, expiration_time: to, subject_alt_names: [{ uri }] }],
  });

  test.each<[string, unknown, number | undefined]>([
    ['half over', { certificates: [chain('2026-11-21T00:00:00Z', '2026-11-22T00:00:00Z')] }, 0.5],
    ['expired', { certificates: [chain('2026-11-20T00:00:00Z', '2026-11-21T00:00:00Z')] }, 1.5],
    [
      'renewed: the one that ends last',
      {
        certificates: [
          chain('2026-11-20T00:00:00Z', '2026-11-21T00:00:00Z'),
          chain('2026-11-21T06:00:00Z', '2026-11-22T06:00:00Z'),
        ],
      },
      0.25,
    ],
    [
      'of a gateway only',
      { certificates: [chain('2026-11-21T00:00:00Z', '2026-11-22T00:00:00Z', 'https://a')] },
      undefined,
    ],
    ['no certificates', { certificates: [] }, undefined],
    ['another answer', 'nothing', undefined],
    ['no times', { certificates: [chain('', '')] }, undefined],
  ])('%s', (_, certs, share) => {
    expect(certificateLife(certs, { shiftMs: 0, nowMs })?.lifeShare).toBe(share);
  });
});
