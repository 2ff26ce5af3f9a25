import { tooDeep } from '#lib/json/cut-deep.ts';
import { redact } from '#lib/redact/redact.ts';
import { ViglaError } from '#server/errors.ts';
import { at, isObject, type Json, type JsonObject, objectAt, textAt } from '#server/mesh/proxy/json/json.ts';
import type { DumpItem, DumpSection, ProxyDump } from './dump.ts';
import { dumpParts } from './dump-parts.ts';
import { withEnvoyFieldNames } from './envoy-field-names.ts';
import { readItems } from './read-items.ts';

/** What of the dump is wanted; the rest costs nothing but its parsing. Absent: all of it. */
export type DumpReading = { sections?: readonly (DumpSection | 'bootstrap')[] | undefined };

/** A dump out of parsed JSON, Envoy's or istiod's. @throws ViglaError `source_failed` where it has no `configs` */
export function readDump(value: unknown, { sections }: DumpReading = {}): ProxyDump {
  const configs = at(value, 'configs');
  if (!Array.isArray(configs))
    throw new ViglaError('source_failed', 'This is no configuration dump of Envoy: it has no "configs".');
  const dump = emptyDump();
  for (const [index, part] of configs.entries()) {
    const path = `configs[${index}]`;
    const type = textAt(part, '@type') ?? '';
    const name = type.slice(type.lastIndexOf('.') + 1);
    const section = Object.hasOwn(dumpParts, name) ? dumpParts[name]?.section : sectionOfOthers.get(name);
    if (section === undefined) dump.unknown.push({ type: type === '' ? '(no type)' : type, path });
    else if (section !== 'none' && sections?.includes(section) !== false)
      readPart({ part, name, path, dump });
  }
  return dump;
}

/** Parts that are no lists. No proxy of Istio has scoped routes; its dumps have the part all the same. */
const sectionOfOthers: ReadonlyMap<string, 'bootstrap' | 'none'> = new Map([
  ['BootstrapConfigDump', 'bootstrap'],
  ['ScopedRoutesConfigDump', 'none'],
]);

type DraftDump = {
  bootstrap: ProxyDump['bootstrap'];
  items: Record<DumpSection, DumpItem[]>;
  unknown: { type: string; path: string }[];
  problems: string[];
};

function emptyDump(): DraftDump {
  const items = { clusters: [], listeners: [], routes: [], endpoints: [], secrets: [], ecds: [] };
  return { bootstrap: undefined, items, unknown: [], problems: [] };
}

type PartPlace = { part: Json; name: string; path: string; dump: DraftDump };

function readPart({ part, name, path, dump }: PartPlace): void {
  const { config, isCut } = partOf(part);
  if (isCut)
    dump.problems.push(`${path} is nested too deeply to be read as a whole: what lies deeper is left out.`);
  const known = dumpParts[name];
  if (known === undefined) {
    const value = objectAt(config, 'bootstrap');
    const lastUpdated = textAt(config, 'last_updated');
    if (value !== undefined) dump.bootstrap = { value, path: `${path}.bootstrap`, lastUpdated };
    return;
  }
  for (const [field, forms] of Object.entries(known.lists)) {
    const read = readItems({ list: at(config, field), path: `${path}.${field}`, forms });
    for (const item of read.items) dump.items[known.section].push(item);
    dump.problems.push(...read.problems);
  }
}

/** Without secrets, with Envoy's field names: istiod writes camel case, one look at the keys tells. */
function partOf(part: Json): { config: JsonObject; isCut: boolean } {
  const kept = redact(part);
  if (!isObject(kept)) return { config: {}, isCut: false };
  const named = isCamelCase(kept) ? withEnvoyFieldNames(kept) : kept;
  return { config: isObject(named) ? named : {}, isCut: kept !== part && holds(kept, tooDeep) };
}

function holds(value: Json, text: string): boolean {
  if (typeof value === 'string') return value === text;
  return (
    typeof value === 'object' && value !== null && Object.values(value).some((inner) => holds(inner, text))
  );
}

function isCamelCase(part: JsonObject): boolean {
  const looked = [part, objectAt(part, 'bootstrap'), objectAt(part, 'bootstrap', 'node')];
  return looked.some((object) => Object.keys(object ?? {}).some((key) => /^[a-z]+[A-Z]/.test(key)));
}
