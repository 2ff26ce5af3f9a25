import type { ChartGroup } from '#lib/contract/charts.ts';
import type { Sample } from '#server/metrics/query.ts';

type Labels = Readonly<Record<string, string>>;

export const mostGroups = 10;
export const restId = 'rest';

/** The groups that get lines of their own. */
export type Groups = {
  by: readonly string[];
  /** By their values, so that colours stay with them while volumes change. */
  named: readonly ChartGroup[];
  /** How many groups had traffic. */
  total: number;
  /** More than can be told apart: what is in no named group is summed up. */
  isCut: boolean;
  idOf(labels: Labels): string;
};

/**
 * The ten groups with the most events in the window. Requests and connections count alike, so that a group has one
 * place in every chart of a page; a group without any has no line.
 */
export function rankGroups(samples: readonly Sample[], by: readonly string[]): Groups {
  const volumes = new Map<string, { values: string[]; volume: number }>();
  for (const { labels, value } of samples) {
    const values = by.map((name) => labels[name] ?? '');
    const id = keyOf(values);
    const group = volumes.get(id) ?? { values, volume: 0 };
    group.volume += value;
    volumes.set(id, group);
  }
  const moving = [...volumes].filter(([, { volume }]) => by.length === 0 || volume > 0);
  const named = moving
    .toSorted(([left, a], [right, b]) => b.volume - a.volume || left.localeCompare(right))
    .slice(0, mostGroups)
    .map(([id, { values }]) => ({ id, values, isRest: false }))
    .sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
  const known = new Set(named.map(({ id }) => id));
  return {
    by,
    named,
    total: moving.length,
    isCut: moving.length > mostGroups,
    idOf: (labels) => {
      const id = keyOf(by.map((name) => labels[name] ?? ''));
      return known.has(id) ? id : restId;
    },
  };
}

function keyOf(values: readonly string[]): string {
  return values.join('\u001f');
}
