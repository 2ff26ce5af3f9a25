import { expect, test } from 'vitest';
import { appliedConfigQuery } from '#lib/contract/applied-config.ts';
import { targetQuery } from '#lib/contract/details.ts';
import { routingQuery } from '#lib/contract/routing.ts';
import type { ObjectKind } from '#lib/objects/kinds.ts';
import { loadServiceConfig, loadWorkloadConfig } from '#server/mesh/config/load-applied-config.ts';
import { loadApplication, loadService, loadWorkload } from '#server/mesh/details/load-details.ts';
import { loadLogTarget } from '#server/mesh/logs/load-log-target.ts';
import { loadRouting } from '#server/mesh/routing/load-routing.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { graphContext } from '#tests/support/graph-context.ts';
import { objectsSnapshot } from '#tests/support/objects-snapshot.ts';

const at = { namespace: 'shop', name: 'nobody' };
type Load = (context: LoadContext) => Promise<unknown>;

const questions: readonly [what: string, kind: ObjectKind, load: Load][] = [
  ['a workload', 'Deployment', (context) => loadWorkload(targetQuery.parse(at), context)],
  ['a service', 'ServiceEntry', (context) => loadService(targetQuery.parse(at), context)],
  ['an application', 'Pod', (context) => loadApplication(targetQuery.parse(at), context)],
  ['the routing', 'Service', (context) => loadRouting(routingQuery.parse(at), context)],
  [
    'what applies to a service',
    'Service',
    (context) => loadServiceConfig(appliedConfigQuery.parse(at), context),
  ],
  [
    'what applies to a workload',
    'ReplicaSet',
    (context) => loadWorkloadConfig(appliedConfigQuery.parse(at), context),
  ],
  ['the logs of a service', 'Service', (context) => loadLogTarget('service', at, context)],
];

test.each(questions)(
  '%s is said not to exist only where %s objects could be read',
  async (_what, kind, load) => {
    const contextWith = (unread: ObjectKind[]) =>
      graphContext({
        objects: {
          ...objectsSnapshot([{ kind: 'Namespace', name: 'shop' }]),
          unread: unread.map((one) => ({ kind: one, reason: 'forbidden (403)' })),
        },
      });
    await expect(load(contextWith([]))).rejects.toMatchObject({ code: 'not_found' });
    await expect(load(contextWith(['ReferenceGrant']))).rejects.toMatchObject({ code: 'not_found' });
    await expect(load(contextWith([kind]))).rejects.toMatchObject({
      code: 'source_unreachable',
      message: expect.stringContaining(`${kind} objects could not be read`),
    });
  },
);
