/**
 * Namespaces that see an object by its `exportTo`: all where it says nothing or `*`, its own for `.`, none for `~`.
 * The mesh-wide default (`defaultVirtualServiceExportTo` and its like) is taken to be Istio's own, `*`.
 */
export function callersOf(
  exportTo: readonly string[] | undefined,
  namespace: string,
): '*' | readonly string[] {
  if (exportTo === undefined || exportTo.length === 0 || exportTo.includes('*')) return '*';
  return [
    ...new Set(
      exportTo.filter((target) => target !== '~').map((target) => (target === '.' ? namespace : target)),
    ),
  ].sort();
}

/** The end of a sentence about what only some callers meet. */
export function forCallers(callers: '*' | readonly string[]): string {
  return callers === '*' ? '' : ` (only for callers in ${callers.join(', ')})`;
}
