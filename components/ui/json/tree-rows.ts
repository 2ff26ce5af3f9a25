import { type TreeNode, type TreeSlice, treePageSize } from '#lib/contract/raw.ts';

/** The entries known of a document, by path and page. */
export type KnownSlices = ReadonlyMap<string, TreeSlice>;

export type NodeRow = {
  kind: 'node';
  id: string;
  depth: number;
  node: TreeNode;
  /** Undefined for what cannot be opened. */
  isOpen: boolean | undefined;
  parent: string | undefined;
  place: number;
  placeCount: number;
};
/** A run of entries that was not asked for yet. */
export type PageRow = {
  kind: 'page';
  id: string;
  depth: number;
  path: string;
  page: number;
  from: number;
  to: number;
  isAsked: boolean;
};
export type TreeRow = NodeRow | PageRow;

export function sliceKey(path: string, page: number): string {
  return `${page}:${path}`;
}

type Tree = {
  slices: KnownSlices;
  open: ReadonlySet<string>;
  /** Keys of the runs that are on their way. */
  asked: ReadonlySet<string>;
};

/** Every row of the tree, from the top: entries, and runs of entries that are still to come. */
export function treeRows(tree: Tree): TreeRow[] {
  const rows: TreeRow[] = [];
  append(rows, tree, { path: '', childCount: undefined, depth: 0 });
  return rows;
}

type Place = { path: string; childCount: number | undefined; depth: number };

function append(rows: TreeRow[], tree: Tree, { path, childCount, depth }: Place): void {
  const known = childCount ?? knownCount(tree, path);
  const pages = Math.max(1, Math.ceil(known / treePageSize));
  for (let page = 0; page < pages; page++) {
    const key = sliceKey(path, page);
    const slice = tree.slices.get(key);
    if (slice === undefined) {
      const from = page * treePageSize;
      const to = Math.min(known, from + treePageSize) - 1;
      rows.push({
        kind: 'page',
        id: `page ${key}`,
        depth,
        path,
        page,
        from,
        to,
        isAsked: tree.asked.has(key),
      });
      continue;
    }
    for (const [index, node] of slice.nodes.entries()) {
      const canOpen = node.childCount > 0;
      const isOpen = canOpen ? tree.open.has(node.path) : undefined;
      const place = page * treePageSize + index;
      const parent = depth === 0 ? undefined : path;
      rows.push({ kind: 'node', id: node.path, depth, node, isOpen, parent, place, placeCount: known });
      if (isOpen === true)
        append(rows, tree, { path: node.path, childCount: node.childCount, depth: depth + 1 });
    }
  }
}

function knownCount({ slices }: Tree, path: string): number {
  return slices.get(sliceKey(path, 0))?.childCount ?? 0;
}
