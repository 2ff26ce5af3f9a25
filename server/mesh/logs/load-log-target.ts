import type { Warning } from '#lib/contract/envelope.ts';
import type { TargetKind } from '#lib/target.ts';
import { ViglaError } from '#server/errors.ts';
import { absent, kindsOfTarget } from '#server/mesh/absent.ts';
import { type Inventory, inventoryOf } from '#server/mesh/inventory/inventory.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { logsWarning } from './logs-warning.ts';
import { type TargetPods, targetPods } from './target-pods.ts';

type Asked = { namespace: string; name: string; cluster?: string | undefined };
export type LogTarget = TargetPods & { inventory: Inventory; warnings: Warning[] };

/**
 * The pods whose logs a target has. Without objects nobody knows them, so this throws what the object source throws;
 * `not_found` where the cluster has no such target, `bad_parameter` where the cluster is not this one.
 */
export async function loadLogTarget(
  kind: TargetKind,
  target: Asked,
  { sources, signal }: LoadContext,
): Promise<LogTarget> {
  const { objects, cluster, rootNamespace, unread } = await sources.objects.snapshot(signal);
  if (target.cluster !== undefined && target.cluster !== cluster)
    throw new ViglaError('bad_parameter', `cluster must be ${cluster}: logs of others cannot be read`, {
      parameter: 'cluster',
    });
  const podsUnread = unread.find((one) => one.kind === 'Pod');
  if (podsUnread !== undefined)
    throw new ViglaError(
      'source_failed',
      `The pods could not be read, so nobody knows whose logs to ask for: ${podsUnread.reason}`,
    );
  const inventory = inventoryOf(objects, rootNamespace);
  const found = targetPods(kind, target, { objects, inventory });
  if (found === undefined)
    throw absent({
      unread,
      kinds: kindsOfTarget[kind],
      text: `The namespace ${target.namespace} has no ${kind} named ${target.name}.`,
    });
  const warnings =
    found.pods.length === 0
      ? [logsWarning('no_pods', `No pod stands behind the ${kind} ${target.name}, so there are no logs.`)]
      : [];
  return { ...found, inventory, warnings };
}
