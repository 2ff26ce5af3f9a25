/** Hues that mean no state; the name always stands beside them. */
const colours = [
  'var(--mark-tcp)',
  'var(--restricted)',
  'var(--info)',
  'var(--accent)',
  'var(--idle)',
  'var(--mark-ok)',
] as const;

/** A colour for each service, in the order in which they first come; beyond six they repeat. */
export function serviceColours(services: readonly string[]): ReadonlyMap<string, string> {
  const distinct = [...new Set(services)];
  return new Map(distinct.map((service, index) => [service, colours[index % colours.length] ?? colours[0]]));
}
