import { mostLevels, tooDeep } from '#lib/json/cut-deep.ts';
import { isObject, type Json, type JsonObject } from '#lib/json/json.ts';
import { redactText } from './redact-text.ts';
import { redacted } from './redacted.ts';
import { isSecretEntry, secretKindOf } from './secret-names.ts';

/** Where a secret is kept, not the secret itself. */
const references = new Set(['@type', 'filename', 'environment_variable', 'environmentVariable']);
/** Parts of a JSON Web Key that only its holder has. */
const privateJwkParts = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'k', 'oth']);

/**
 * Takes private keys, passwords, tokens and the values of headers and environments that carry them out of a parsed
 * answer. Public certificates and key sets stay. Parts without a secret stay the same objects; what is nested more deeply
 * than anybody writes gives way to a sentence. `level` is how deep the value itself lies.
 */
export function redact(value: Json, level = 0): Json {
  if (typeof value === 'string') return redactString(value, level);
  if (level > mostLevels && typeof value === 'object' && value !== null) return tooDeep;
  if (Array.isArray(value)) return redactAll(value, level);
  return isObject(value) ? redactFields(value, level) : value;
}

function redactAll(list: readonly Json[], level: number): readonly Json[] {
  const changed = list.map((item) => redact(item, level + 1));
  return changed.some((item, index) => item !== list[index]) ? changed : list;
}

function redactFields(object: JsonObject, level: number): Json {
  let changed: { [key: string]: Json } | undefined;
  for (const key in object) {
    const value = object[key];
    if (value === undefined) continue;
    const kept = keptOf(object, key, value, level + 1);
    if (kept !== value) {
      changed ??= { ...object };
      changed[key] = kept;
    }
  }
  return changed ?? object;
}

function keptOf(object: JsonObject, key: string, value: Json, level: number): Json {
  const kind = secretKindOf(key);
  if (kind === 'environment' && isObject(value)) return withoutTexts(value, level);
  if (kind === 'secret' && !isReference(value) && !isSecretMessage(key, value))
    return withoutTexts(value, level);
  if (privateJwkParts.has(key) && typeof object.kty === 'string') return withoutTexts(value, level);
  if (isEntryOfSecret(object, key)) return withoutTexts(value, level);
  return redact(value, level);
}

/** A secret that is fetched by its name. */
function isReference(value: Json): boolean {
  return isObject(value) && ('sds_config' in value || 'sdsConfig' in value);
}

/** Envoy's own message around certificates and keys. */
function isSecretMessage(key: string, value: Json): boolean {
  return key === 'secret' && isObject(value);
}

/** The value of a header or a variable: `{ key: "authorization", value }`, `{ name: "DB_PASSWORD", value }`. */
function isEntryOfSecret(object: JsonObject, key: string): boolean {
  if (key !== 'value' && key !== 'raw_value' && key !== 'rawValue') return false;
  const name = object.key ?? object.name;
  const isOperator = typeof object.value === 'string' && /^%[^%]+%$/.test(object.value);
  return typeof name === 'string' && !isOperator && isSecretEntry(name);
}

/** Keeps the shape, so that a reader sees what kind of source it was. */
function withoutTexts(value: Json, level: number): Json {
  if (typeof value === 'string' || typeof value === 'number') return redacted;
  if (level > mostLevels && typeof value === 'object' && value !== null) return tooDeep;
  if (Array.isArray(value)) return value.map((inner) => withoutTexts(inner, level + 1));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      references.has(key) && typeof inner === 'string' ? inner : withoutTexts(inner, level + 1),
    ]),
  );
}

/** Configuration of extensions and annotations of pods are JSON inside a text. */
function redactString(text: string, level: number): string {
  if (!text.startsWith('{') || !text.endsWith('}')) return redactText(text);
  try {
    const inner: Json = JSON.parse(text);
    const kept = redact(inner, level + 1);
    return kept === inner ? redactText(text) : redactText(JSON.stringify(kept));
  } catch {
    return redactText(text);
  }
}
