import { at, isObject, type Json, type JsonObject, objectAt, textAt } from '#server/mesh/proxy/json/json.ts';
import type { DumpItem, ItemError } from './dump.ts';
import type { ItemForm } from './dump-parts.ts';

type List = {
  /** The part's list, and where it stands: `configs[1].static_clusters`. */
  list: Json | undefined;
  path: string;
  forms: readonly ItemForm[];
};

/** The resources of one list of a dump; what is none is told in `problems`, so that nothing is lost. */
export function readItems({ list, path, forms }: List): { items: DumpItem[]; problems: string[] } {
  if (list === undefined || list === null) return { items: [], problems: [] };
  if (!Array.isArray(list)) return { items: [], problems: [`${path} is no list.`] };
  const items: DumpItem[] = [];
  const problems: string[] = [];
  for (const [index, entry] of list.entries()) {
    const place = `${path}[${index}]`;
    const found = isObject(entry) ? itemsOfEntry(entry, place, forms) : [];
    items.push(...found);
    if (found.length === 0) problems.push(`${place} has no ${formWords(forms)}.`);
    if (found.some(({ name, state }) => name === '' && state === 'rejected'))
      problems.push(`${place} was refused and has no name.`);
  }
  return { items, problems };
}

function itemsOfEntry(entry: JsonObject, place: string, forms: readonly ItemForm[]): DumpItem[] {
  const items = forms.flatMap(({ state, inner }) => {
    const value = objectAt(entry, ...inner);
    if (value === undefined) return [];
    const holder = at(entry, ...inner.slice(0, -1));
    return [itemOf({ entry, holder, value, state, path: `${place}.${inner.join('.')}` })];
  });
  return items.length === 0 && objectAt(entry, 'error_state') !== undefined
    ? [refusedItem(entry, place)]
    : items;
}

function formWords(forms: readonly ItemForm[]): string {
  return forms.map(({ inner }) => inner.join('.')).join(' or ');
}

/** Refused, and nothing of it ever accepted. */
function refusedItem(entry: JsonObject, place: string): DumpItem {
  const failed = objectAt(entry, 'error_state', 'failed_configuration');
  const value = failed ?? {};
  const path = failed === undefined ? place : `${place}.error_state.failed_configuration`;
  return { name: nameOf(entry) || nameOf(value), state: 'rejected', value, error: errorOf(entry), path };
}

type ItemParts = Pick<DumpItem, 'value' | 'state' | 'path'> & { entry: JsonObject; holder: Json | undefined };

function itemOf({ entry, holder, value, state, path }: ItemParts): DumpItem {
  return {
    name: textAt(entry, 'name') ?? nameOf(value),
    state,
    value,
    version: textAt(holder, 'version_info') ?? textAt(entry, 'version_info'),
    lastUpdated: textAt(holder, 'last_updated') ?? textAt(entry, 'last_updated'),
    error: errorOf(entry),
    path,
  };
}

function nameOf(value: JsonObject): string {
  return textAt(value, 'name') ?? textAt(value, 'cluster_name') ?? '';
}

function errorOf(entry: JsonObject): ItemError | undefined {
  const error = objectAt(entry, 'error_state');
  if (error === undefined) return undefined;
  return {
    details: textAt(error, 'details') ?? '(Envoy gives no reason)',
    lastUpdateAttempt: textAt(error, 'last_update_attempt'),
    version: textAt(error, 'version_info'),
  };
}
