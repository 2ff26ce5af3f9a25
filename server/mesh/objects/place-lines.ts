import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { ManifestPlace } from '#lib/contract/object-manifest.ts';
import { joinJsonPath } from '#lib/json/json-path.ts';

/**
 * Where each field and each item of a list stands in a YAML text, in the text's order; lines count from 1. A text that
 * is no YAML has no places.
 */
export function placeLines(yaml: string): ManifestPlace[] {
  const lineCounter = new LineCounter();
  const { contents } = parseDocument(yaml, { lineCounter });
  const places: ManifestPlace[] = [];
  const lineAt = (offset: number) => lineCounter.linePos(offset).line;
  const add = (path: string, start: Node, value: unknown) => {
    const end = isNode(value) ? value : start;
    const from = lineAt(start.range?.[0] ?? 0);
    const to = Math.max(from, lineAt(lastCharacter(yaml, end.range?.[1] ?? 0)));
    const name = nameOf(value, path);
    places.push({ path, from, to, ...(name === undefined ? {} : { name }) });
    walk(value, path);
  };
  const walk = (node: unknown, path: string) => {
    if (isMap(node))
      for (const { key, value } of node.items)
        if (isScalar(key)) add(joinJsonPath(path, String(key.value)), key, value);
    if (isSeq(node))
      for (const [index, item] of node.items.entries())
        if (isNode(item)) add(joinJsonPath(path, index), item, item);
  };
  walk(contents, '');
  return places;
}

/** A block's range ends at the start of the next line; its last line is the one with its last character. */
function lastCharacter(text: string, end: number): number {
  let last = Math.max(0, end - 1);
  while (last > 0 && /\s/.test(text.charAt(last))) last -= 1;
  return last;
}

function nameOf(value: unknown, path: string): string | undefined {
  if (!isMap(value) || !path.endsWith(']')) return undefined;
  const name = value.get('name');
  return typeof name === 'string' ? name : undefined;
}
