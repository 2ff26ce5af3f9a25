import type { Warning } from '#lib/contract/envelope.ts';

type Held = {
  rootNamespace: string;
  /** Of a snapshot: whose objects and metrics it has. */
  scope: { namespaces: '*' | readonly string[] } | undefined;
};

/**
 * Of the namespaces that were asked for those that both sides hold, so that what one of them was never given does not
 * look as if it came or went; what is left out is a warning. The root namespace is in every snapshot.
 */
export function heldNamespaces(
  asked: '*' | readonly string[],
  { before, after }: { before: Held; after: Held },
): { namespaces: '*' | readonly string[]; warnings: Warning[] } {
  const sides = [
    { held: heldBy(before), title: 'The earlier snapshot' },
    { held: heldBy(after), title: 'The later snapshot' },
  ];
  let namespaces = asked;
  const warnings: Warning[] = [];
  for (const { held, title } of sides) {
    if (held === '*') continue;
    const left = namespaces === '*' ? held : namespaces.filter((name) => held.includes(name));
    const missing = asked === '*' ? [] : asked.filter((name) => !held.includes(name));
    if (asked === '*' || missing.length > 0)
      warnings.push({
        code: 'namespaces_not_held',
        source: 'vigla',
        message: `${title} has ${listed(held)} alone${missing.length === 0 ? '' : `, not ${missing.join(', ')}`}: only what both sides have is compared.`,
      });
    namespaces = left;
  }
  return { namespaces, warnings };
}

function heldBy({ scope, rootNamespace }: Held): '*' | readonly string[] {
  if (scope === undefined || scope.namespaces === '*') return '*';
  return [...new Set([...scope.namespaces, rootNamespace])].sort();
}

function listed(names: readonly string[]): string {
  return `the ${names.length === 1 ? 'namespace' : 'namespaces'} ${names.join(', ')}`;
}
