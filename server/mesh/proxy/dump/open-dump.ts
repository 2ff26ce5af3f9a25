import { redact } from '#lib/redact/redact.ts';
import { ViglaError } from '#server/errors.ts';
import { at, isObject, type Json, type JsonObject, objectAt, textAt } from '#server/mesh/proxy/json/json.ts';
import type { DumpItem, DumpSection, ProxyDump } from './dump.ts';
import { dumpParts } from './dump-parts.ts';
import { withEnvoyFieldNames } from './envoy-field-names.ts';
import { readItems } from './read-items.ts';
import { salvageCutDump } from './salvage-cut-dump.ts';

/** What of the dump is wanted; the rest costs nothing but its parsing. Absent: all of it. */
export type OpenDumpOptions = { sections?: readonly (DumpSection | 'bootstrap')[] | undefined };

/**
 * A dump out of the bytes of an answer: the one door, behind which private keys and tokens are gone. Of a dump that was
 * cut off, what came whole.
 * @throws ViglaError `source_failed` for what is no dump, or was cut off before its first resource
 */
export function openDump(bytes: Uint8Array, options: OpenDumpOptions = {}): ProxyDump {
  const text = new TextDecoder().decode(bytes);
  try {
    return readDump(JSON.parse(text), options);
  } catch (cause) {
    if (cause instanceof ViglaError) throw cause;
    const whole = salvageCutDump(text);
    if (whole === undefined) throw unreadable(text, cause);
    const dump = readDump(whole, options);
    const problem = `The configuration dump was cut off after ${text.length} characters: what came after is missing.`;
    return { ...dump, problems: [problem, ...dump.problems] };
  }
}

function unreadable(text: string, cause: unknown): ViglaError {
  const isCut = text.trimStart().startsWith('{');
  const reason = isCut ? `is broken or cut off after ${text.length} characters` : 'is not JSON';
  return new ViglaError('source_failed', `The configuration dump ${reason}. Ask again, or for one section.`, {
    cause,
  });
}

/** A dump out of parsed JSON, Envoy's or istiod's. @throws ViglaError `source_failed` where it has no `configs` */
export function readDump(value: unknown, { sections }: OpenDumpOptions = {}): ProxyDump {
  if (!isObject(value) || !Array.isArray(value.configs))
    throw new ViglaError('source_failed', 'This is no configuration dump of Envoy: it has no "configs".');
  const items: Record<DumpSection, DumpItem[]> = {
    clusters: [],
    listeners: [],
    routes: [],
    endpoints: [],
    secrets: [],
    ecds: [],
  };
  const unknown: { type: string; path: string }[] = [];
  const problems: string[] = [];
  let bootstrap: ProxyDump['bootstrap'];
  const configs = at(value, 'configs');
  for (const [index, part] of (Array.isArray(configs) ? configs : []).entries()) {
    const path = `configs[${index}]`;
    const type = textAt(part, '@type') ?? '';
    const name = type.slice(type.lastIndexOf('.') + 1);
    const known = Object.hasOwn(dumpParts, name) ? dumpParts[name] : undefined;
    if (name === 'BootstrapConfigDump') {
      if (sections?.includes('bootstrap') !== false) bootstrap = bootstrapOf(partOf(part), path) ?? bootstrap;
    } else if (known !== undefined) {
      if (sections?.includes(known.section) === false) continue;
      const config = partOf(part);
      for (const [field, forms] of Object.entries(known.lists)) {
        const read = readItems({ list: at(config, field), path: `${path}.${field}`, forms });
        for (const item of read.items) items[known.section].push(item);
        problems.push(...read.problems);
      }
    } else if (name !== emptyShell) unknown.push({ type: type === '' ? '(no type)' : type, path });
  }
  return { bootstrap, items, unknown, problems };
}

/** No proxy of Istio has scoped routes; its dumps have the part all the same. */
const emptyShell = 'ScopedRoutesConfigDump';

/** Without secrets. istiod writes camel case; one look at the keys tells. */
function partOf(part: Json): JsonObject {
  const kept = redact(part);
  if (!isObject(kept)) return {};
  const named = isCamelCase(kept) ? withEnvoyFieldNames(kept) : kept;
  return isObject(named) ? named : {};
}

function isCamelCase(part: JsonObject): boolean {
  const looked = [part, objectAt(part, 'bootstrap'), objectAt(part, 'bootstrap', 'node')];
  return looked.some((object) => Object.keys(object ?? {}).some((key) => /^[a-z]+[A-Z]/.test(key)));
}

function bootstrapOf(config: JsonObject, path: string): ProxyDump['bootstrap'] {
  const value = objectAt(config, 'bootstrap');
  return value && { value, path: `${path}.bootstrap`, lastUpdated: textAt(config, 'last_updated') };
}
