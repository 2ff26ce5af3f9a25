import { known, type Labels } from './counter-labels.ts';

/** Who counted a row, of whose requests. */
export type RowEnds = {
  reporter: 'source' | 'waypoint';
  source: { namespace: string; workload: string };
};

export function rowEnds(labels: Labels): RowEnds {
  return {
    reporter: labels.reporter === 'waypoint' ? 'waypoint' : 'source',
    source: {
      namespace: known(labels.source_workload_namespace) ?? 'unknown',
      workload: known(labels.source_workload) ?? 'unknown',
    },
  };
}

/** `<namespace>/<workload>` of who sent the requests of a row. */
export function sourceKey({ source }: RowEnds): string {
  return `${source.namespace}/${source.workload}`;
}
