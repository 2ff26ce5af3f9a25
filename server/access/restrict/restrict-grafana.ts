import type { DashboardKind } from '#lib/grafana-dashboards.ts';
import type { GrafanaSource, ObjectSource } from '#server/sources/interface.ts';
import { seesRoot } from './sees-root.ts';
import { guarded, type View } from './view.ts';
import { withoutPlaces } from './without-places.ts';

/** Dashboards of something in a namespace; the others show the mesh as a whole. */
const kindsOfNamespaces: ReadonlySet<DashboardKind> = new Set([
  'workload',
  'service',
  'application',
  'proxy',
]);

/**
 * Dashboards for what the user sees. Those of the mesh, and all titles (which may name anything), are for who may see the
 * control plane.
 */
export function restrictGrafana(
  grafana: GrafanaSource,
  mesh: { objects: ObjectSource; view: View },
): GrafanaSource {
  return {
    externalUrl: grafana.externalUrl,
    dashboards: guarded(mesh.view, async (signal?: AbortSignal) => {
      const [found, isWhole] = await Promise.all([grafana.dashboards(signal), seesRoot(mesh, signal)]);
      if (isWhole) return found;
      const own = found.dashboards.filter(({ kind }) => kindsOfNamespaces.has(kind));
      return { ...found, dashboards: own.map(({ title: _, ...dashboard }) => dashboard) };
    }),
    status: withoutPlaces(() => grafana.status(), mesh),
  };
}
