import type { EcdsRow } from '#lib/contract/proxy-sections.ts';
import type { DumpItem } from '#server/mesh/proxy/dump/dump.ts';
import { objectAt, objectsAt, textAt } from '#server/mesh/proxy/json/json.ts';
import { compareNames } from '#server/mesh/proxy/sections/by-name.ts';
import { itemFields } from '#server/mesh/proxy/sections/item-fields.ts';
import { filtersOfChain } from '#server/mesh/proxy/sections/listeners/chain-policies.ts';
import { type SectionEntry, sectionJob } from '#server/mesh/proxy/sections/section-job.ts';

/** One row an extension that was fetched by its name, sorted as istioctl does, by type and name. */
export const ecdsJob = sectionJob<EcdsRow>({
  name: 'section-ecds',
  reads: ['ecds', 'listeners'],
  entriesOf: ({ items }, { shiftMs }) => {
    const users = usersByName(items.listeners);
    return {
      entries: items.ecds
        .map((item) => entryOf(item, shiftMs, users))
        .sort(
          ({ row: one }, { row: other }) =>
            compareNames(one.type, other.type) || compareNames(one.ecdsName, other.ecdsName),
        ),
    };
  },
});

function entryOf(
  item: DumpItem,
  shiftMs: number,
  users: ReadonlyMap<string, ReadonlySet<string>>,
): SectionEntry<EcdsRow> {
  const type = textAt(item.value, 'typed_config', '@type') ?? '';
  return {
    row: {
      id: item.name,
      ...itemFields(item, shiftMs),
      ecdsName: item.name,
      type: type.replace(/^type\.googleapis\.com\//, ''),
      usedBy: [...(users.get(item.name) ?? [])],
    },
    origin: { filters: [item.name] },
  };
}

/** `<listener>/<chain>` of every chain with a filter whose configuration is fetched by that name. */
function usersByName(listeners: readonly DumpItem[]): Map<string, Set<string>> {
  const users = new Map<string, Set<string>>();
  for (const { name, value } of listeners) {
    const last = objectAt(value, 'default_filter_chain');
    const chains = [...objectsAt(value, 'filter_chains'), ...(last === undefined ? [] : [last])];
    for (const chain of chains) {
      const place = [name, textAt(chain, 'name') ?? ''].filter((part) => part !== '').join('/');
      for (const filter of [...filtersOfChain(chain), ...objectsAt(value, 'listener_filters')]) {
        const fetched = textAt(filter, 'name');
        if (fetched === undefined || objectAt(filter, 'config_discovery') === undefined) continue;
        users.set(fetched, (users.get(fetched) ?? new Set()).add(place));
      }
    }
  }
  return users;
}
