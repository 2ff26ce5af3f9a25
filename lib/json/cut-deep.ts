/** Far beyond what Kubernetes, Istio and Envoy write; whatever reads a document may recurse so deep. */
export const mostLevels = 300;
/** Stands for what lies deeper. */
export const tooDeep = `(left out: nested more deeply than ${mostLevels} levels)`;

/**
 * A document without what is nested more deeply than anybody writes: JSON is read without recursion, but written, checked
 * and compared with it. A document that is not so deep is given back as it is.
 */
export function cutDeep(value: unknown): unknown {
  return isDeep(value, 0) ? cut(value, 0) : value;
}

function isDeep(value: unknown, level: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (level > mostLevels) return true;
  return Object.values(value).some((inner) => isDeep(inner, level + 1));
}

function cut(value: unknown, level: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (level > mostLevels) return tooDeep;
  if (Array.isArray(value)) return value.map((inner) => cut(inner, level + 1));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cut(inner, level + 1)]));
}
