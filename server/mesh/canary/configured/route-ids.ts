import { isOfConnections } from '../of-connections.ts';
import type { ConfiguredRule } from './configured-route.ts';

const longestName = 253;

/**
 * What the rules of one object are called in addresses: their name, else their index; `tls-0` and `tcp-0` where that is
 * their list. A name that repeats, or is another rule's index, gets its own index added; what still repeats (a delegate
 * of two roots) is numbered.
 */
export function routeIds(rules: readonly ConfiguredRule[]): string[] {
  const plain = rules.map(plainId);
  const indexed = plain.map((id, place) => {
    const rule = rules[place];
    const isRepeated = plain.indexOf(id) !== plain.lastIndexOf(id);
    return isRepeated && rule !== undefined && isNamed(rule) ? `${id}-${rule.index}` : id;
  });
  const taken = new Set<string>();
  return indexed.map((id) => {
    let unique = id;
    for (let number = 2; taken.has(unique); number += 1) unique = `${id}-${number}`;
    taken.add(unique);
    return unique;
  });
}

function plainId(rule: ConfiguredRule): string {
  const { protocol, index, name } = rule;
  if (isOfConnections(rule)) return `${protocol}-${index}`;
  return isNamed(rule) && name !== undefined ? name : String(index);
}

function isNamed({ name }: ConfiguredRule): boolean {
  return name !== undefined && name.length <= longestName;
}
