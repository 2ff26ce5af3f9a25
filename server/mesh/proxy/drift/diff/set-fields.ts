import { at, type Json, textAt } from '#server/mesh/proxy/json/json.ts';

/** Tells the entries of a list apart; undefined where an entry itself does. */
export type EntryKey = ((entry: Json) => string | undefined) | undefined;

const itself: EntryKey = undefined;
const byName: EntryKey = (entry) => textAt(entry, 'name');

/** Lists whose order has no meaning for Envoy, with what their entries are known by. All other lists are ordered. */
const setFields: Readonly<Record<string, { key: EntryKey }>> = {
  virtual_hosts: { key: byName },
  domains: { key: itself },
  server_names: { key: itself },
  application_protocols: { key: itself },
  prefix_ranges: { key: itself },
  source_prefix_ranges: { key: itself },
  direct_source_prefix_ranges: { key: itself },
  source_ports: { key: itself },
  // Which chain is chosen depends on what they match, never on their order.
  filter_chains: {
    key: (entry) => `${textAt(entry, 'name') ?? ''} ${JSON.stringify(at(entry, 'filter_chain_match') ?? {})}`,
  },
  clusters: { key: byName },
  // Of `metadata.filter_metadata.istio`.
  services: { key: (entry) => textAt(entry, 'host') },
  // Localities of an assignment, and their endpoints.
  endpoints: {
    key: (entry) => JSON.stringify([at(entry, 'locality') ?? {}, at(entry, 'priority') ?? 0]),
  },
  lb_endpoints: { key: (entry) => JSON.stringify(at(entry, 'endpoint', 'address') ?? {}) },
  transport_socket_matches: { key: byName },
  match_typed_subject_alt_names: { key: itself },
  resource_names: { key: itself },
};

/** How the entries of a list are known, where its order has no meaning; undefined for ordered lists. */
export function setOf(field: string): { key: EntryKey } | undefined {
  return Object.hasOwn(setFields, field) ? setFields[field] : undefined;
}
