import type { Change } from '#lib/contract/drift.ts';
import type { Json } from '#server/mesh/proxy/json/json.ts';
import type { Overlay } from './overlay.ts';

/** Values larger than this are told by their size: the lines show them. */
const mostCharacters = 2_000;

/** Every place at which two forms differ, by its path. */
export function changesOf(overlay: Overlay, path = ''): Change[] {
  switch (overlay.kind) {
    case 'same':
      return [];
    case 'different':
      return [{ path, ...side('left', overlay.left), ...side('right', overlay.right) }];
    case 'object':
      return overlay.entries.flatMap((entry) => changesOf(entry.overlay, stepped(path, entry.key)));
    case 'list':
      return overlay.items.flatMap((item) => changesOf(item.overlay, `${path}[${item.index}]`));
  }
}

/** `route.cluster`, `typed_per_filter_config["envoy.filters.http.fault"]` */
function stepped(path: string, key: string): string {
  if (!/^[\w-]+$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}

function side<Side extends 'left' | 'right'>(name: Side, value: Json | undefined) {
  if (value === undefined) return {};
  const length = JSON.stringify(value).length;
  return { [name]: length <= mostCharacters ? value : `(${length} characters of JSON)` };
}
