import { alignedNow } from '#lib/aligned-now.ts';
import type { ComparedSides } from '#lib/contract/compare-sides.ts';
import type { Warning } from '#lib/contract/envelope.ts';
import { formatQuantity } from '#lib/format-count.ts';
import { ViglaError } from '#server/errors.ts';
import type { LoadContext, ObjectsSnapshot } from '#server/sources/interface.ts';
import { heldNamespaces } from './held-namespaces.ts';
import { sidesWarnings } from './sides-warnings.ts';

type Side = { context: LoadContext; snapshot: ObjectsSnapshot };

/** The earlier snapshot and what Vigla shows, each as a context of its own, with a clock of its own. */
export type LoadedSides = {
  before: Side;
  after: Side;
  told: ComparedSides;
  /** What is compared: of those that were asked for, the ones that both sides hold. */
  namespaces: '*' | readonly string[];
  /** What makes the comparison less than one of the same mesh. */
  warnings: Warning[];
};

/**
 * Both sides of a comparison, for a user who may see the same namespaces of both.
 * @throws ViglaError `not_found` where no earlier snapshot is open, else as the sources of objects do
 */
export async function loadSides(asked: '*' | readonly string[], context: LoadContext): Promise<LoadedSides> {
  const { before: earlier, sources, signal, version, user, visibleNamespaces } = context;
  if (earlier === undefined) throw new ViglaError('not_found', noBefore);
  // By name: a snapshot is of one cluster, so what the context has of others is left out on both sides.
  const shared = {
    signal,
    version,
    ...(user === undefined ? {} : { user }),
    ...(visibleNamespaces === undefined ? {} : { visibleNamespaces }),
  };
  const nowSeconds = alignedNow(earlier.now());
  const [before, after] = await Promise.all([
    sideOf({ ...shared, sources: earlier, nowSeconds }),
    sideOf({ ...shared, sources, nowSeconds: context.nowSeconds }),
  ]);
  const { namespaces, warnings } = heldNamespaces(asked, {
    before: { ...before.snapshot, scope: earlier.scope },
    after: { ...after.snapshot, scope: sources.scope },
  });
  const told = { before: toldOf(before), after: toldOf(after) };
  return {
    before,
    after,
    told,
    namespaces,
    warnings: [
      ...sidesWarnings({
        before: { ...before.snapshot, ...told.before, version: earlier.scope?.version ?? version },
        after: { ...after.snapshot, ...told.after, version: sources.scope?.version ?? version },
      }),
      ...warnings,
      ...clusterWarnings(context.otherClusters?.length ?? 0),
    ],
  };
}

const noBefore =
  'No earlier snapshot is open to compare with. Start Vigla with --before FILE, or set VIGLA_SNAPSHOT_BEFORE, to a file that /api/snapshot gave.';

function clusterWarnings(otherCount: number): Warning[] {
  if (otherCount === 0) return [];
  const message = `A snapshot has the objects and proxies of one cluster: those of ${formatQuantity(otherCount, 'further cluster')} are not compared.`;
  return [{ code: 'clusters_left_out', source: 'vigla', message }];
}

async function sideOf(context: LoadContext): Promise<Side> {
  return { context, snapshot: await context.sources.objects.snapshot(context.signal) };
}

function toldOf({ context: { sources, nowSeconds }, snapshot }: Side): ComparedSides['before'] {
  return { mode: sources.mode, cluster: snapshot.cluster, atMs: nowSeconds * 1000 };
}
