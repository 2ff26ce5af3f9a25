import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';

/**
 * The line of each path of a mesh configuration in YAML, from 1; paths as `flattenSettings` makes them, those of objects
 * among them. A text that is no YAML has none.
 */
export function configMapLines(text: string): Map<string, number> {
  const lines = new Map<string, number>();
  const lineCounter = new LineCounter();
  const { contents, errors } = parseDocument(text, { lineCounter });
  if (errors.length === 0)
    visit(contents, '', { lines, lineOf: (offset) => lineCounter.linePos(offset).line });
  return lines;
}

type Visited = { lines: Map<string, number>; lineOf: (offset: number) => number };

function visit(node: unknown, path: string, visited: Visited): void {
  if (isMap<Node, Node>(node)) {
    for (const { key, value } of node.items) {
      if (!isScalar(key)) continue;
      const own = path === '' ? String(key.value) : `${path}.${key.value}`;
      visited.lines.set(own, visited.lineOf(key.range?.[0] ?? 0));
      visit(value, own, visited);
    }
  } else if (isSeq<Node>(node)) {
    for (const item of node.items) {
      const name = isMap(item) ? item.get('name') : undefined;
      if (typeof name === 'string')
        visited.lines.set(`${path}[${name}]`, visited.lineOf(item.range?.[0] ?? 0));
    }
  }
}
