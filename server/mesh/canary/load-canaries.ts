import type { Canaries, CanaryItem } from '#lib/contract/canaries.ts';
import { canaryStatuses } from '#lib/contract/canaries.ts';
import type { CanariesQuery, CanaryObjectQuery } from '#lib/contract/canary-query.ts';
import type { Answer } from '#lib/contract/envelope.ts';
import { acrossClusters } from '#server/mesh/load-across-clusters.ts';
import { requireNamespaces } from '#server/mesh/require-namespaces.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { splitsOfObject } from './configured/find-split.ts';
import { splitsOf } from './configured/splits-of.ts';
import { isUnobserved, type SplitAnswer } from './judged-answer.ts';
import { loadJudgedSplits } from './load-judged-splits.ts';
import type { Split } from './split.ts';
import { sourceSummary, splitFields } from './split-fields.ts';
import { unobservedFields } from './unobserved/unobserved-fields.ts';
import { unreadRoutes } from './unread-routes.ts';

/**
 * Every weighted rule of the namespaces, the most urgent first. Counters are asked once for all of them; where they cannot
 * be read, rules are listed as they are configured.
 * @throws ViglaError `unknown_namespace`
 */
export const loadCanaries = acrossClusters(loadCanariesOfOne, { order: byUrgency });

async function loadCanariesOfOne(query: CanariesQuery, context: LoadContext): Promise<Answer<Canaries>> {
  const snapshot = await context.sources.objects.snapshot(context.signal);
  requireNamespaces(query.namespaces, {
    objects: snapshot.objects,
    unread: snapshot.unread.map(({ kind }) => kind),
  });
  const splits = splitsOf(snapshot.objects, snapshot.rootNamespace).filter((split) =>
    isOf(split, query.namespaces),
  );
  const { answers, warnings } = await loadJudgedSplits(splits, query, { snapshot, context });
  return {
    data: { items: answers.map(itemOf).sort(byUrgency) },
    warnings: [...unreadRoutes(snapshot), ...warnings],
  };
}

/** The weighted rules of one route object. @throws ViglaError `not_found` where it has none */
export async function loadCanaryObject(
  { range, at, ...asked }: CanaryObjectQuery,
  context: LoadContext,
): Promise<Answer<Canaries>> {
  const snapshot = await context.sources.objects.snapshot(context.signal);
  const { objects, rootNamespace, unread } = snapshot;
  const splits = splitsOfObject({ splits: splitsOf(objects, rootNamespace), unread }, asked);
  const { answers, warnings } = await loadJudgedSplits(splits, { range, at }, { snapshot, context });
  return { data: { items: answers.map(itemOf) }, warnings: [...unreadRoutes(snapshot), ...warnings] };
}

function itemOf(answer: SplitAnswer): CanaryItem {
  if (isUnobserved(answer)) return { ...unobservedFields(answer), sources: [] };
  return { ...splitFields(answer), sources: answer.judged.sources.map(sourceSummary) };
}

/** It stands in one of the namespaces, or it splits what does. */
function isOf({ object, root, services }: Split, namespaces: CanariesQuery['namespaces']): boolean {
  if (namespaces === '*') return true;
  const own = [object.namespace, root.namespace, ...services.map((key) => key.split('/')[0] ?? '')];
  return own.some((namespace) => namespaces.includes(namespace));
}

function byUrgency(one: CanaryItem, other: CanaryItem): number {
  return (
    canaryStatuses.indexOf(one.verdict.status) - canaryStatuses.indexOf(other.verdict.status) ||
    (other.requestCount ?? 0) - (one.requestCount ?? 0) ||
    nameOf(one).localeCompare(nameOf(other))
  );
}

function nameOf({ object, route }: CanaryItem): string {
  return `${object.namespace}/${object.name}/${route}`;
}
