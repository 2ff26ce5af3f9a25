import type { LogLine } from '#lib/contract/logs.ts';

/** The command that shows the line without Vigla. */
export function lineCommand({ pod, container, atMs, access, text }: LogLine, namespace: string): string {
  const since =
    atMs === undefined ? '' : ` --since-time=${new Date(Math.floor(atMs / 1000) * 1000).toISOString()}`;
  // A request's id finds it whatever else the line says; other lines are found by how they begin.
  const wanted = access?.requestId ?? text.trim().slice(0, 80);
  const filter = wanted === '' ? '' : ` | grep -F -- ${quoted(wanted)}`;
  return `kubectl logs -n ${namespace} ${pod} -c ${container} --timestamps${since}${filter}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
