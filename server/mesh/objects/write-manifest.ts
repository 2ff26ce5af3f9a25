import { stringify } from 'yaml';
import type { ObjectManifest } from '#lib/contract/object-manifest.ts';
import { isObject, type Json, type JsonObject } from '#lib/json/json.ts';
import { joinJsonPath } from '#lib/json/json-path.ts';
import { type ObjectKind, objectKinds } from '#lib/objects/kinds.ts';
import { manifestOf } from '#lib/objects/manifest.ts';
import { apiVersionOf } from './api-version.ts';
import { placeLines } from './place-lines.ts';
import { redactManifest } from './redact-manifest.ts';

const keptByServer = new Set(['managedFields', 'resourceVersion', 'uid', 'generation', 'selfLink']);
const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

/**
 * The text of an object as `kubectl get -o yaml` writes it (fields in alphabetical order, lists not indented), and where
 * its fields stand. `read` is the object as it was read, or the note that it could not be.
 */
export function writeManifest(kind: ObjectKind, read: object): ObjectManifest {
  const whole = shownFields(kind, manifestOf(read) ?? read);
  const shown = redactManifest(whole);
  const yaml = manifestText(shown);
  return { yaml, places: placeLines(yaml), redacted: changedPaths(whole, shown, '') };
}

/** The fields of an object that its manifest shows, without secrets; `read` as above. */
export function shownManifest(kind: ObjectKind, read: object): Json {
  return redactManifest(shownFields(kind, manifestOf(read) ?? read));
}

/** Those fields as YAML. */
export function manifestText(shown: Json): string {
  return stringify(shown, {
    sortMapEntries: true,
    indentSeq: false,
    lineWidth: 0,
    aliasDuplicateObjects: false,
    blockQuote: 'literal',
    // kubectl quotes what YAML 1.1 would read as a time or a truth value.
    version: '1.1',
  });
}

/** What the server keeps for itself, and what is empty in `metadata`, says nothing to a reader. */
function shownFields(kind: ObjectKind, manifest: unknown): JsonObject {
  // What a source read is JSON; the round trip drops what is undefined in an object made of it.
  const fields: Json = JSON.parse(JSON.stringify(manifest));
  const { metadata, ...rest } = isObject(fields) ? fields : { metadata: {} };
  const kept = Object.entries(isObject(metadata) ? metadata : {})
    .filter(([field]) => !keptByServer.has(field))
    .map(([field, value]): [string, Json] => [
      field,
      field === 'annotations' ? without(value, lastApplied) : value,
    ])
    .filter(([, value]) => !isEmpty(value));
  return {
    apiVersion: apiVersionOf(kind, manifest),
    kind: objectKinds[kind].kind,
    metadata: Object.fromEntries(kept),
    ...rest,
  };
}

function without(texts: Json, name: string): Json {
  return isObject(texts) ? Object.fromEntries(Object.entries(texts).filter(([key]) => key !== name)) : texts;
}

function isEmpty(value: Json): boolean {
  return value === null || (typeof value === 'object' && Object.keys(value).length === 0);
}

/** Paths at which two values of the same shape differ. */
function changedPaths(before: Json | undefined, after: Json | undefined, path: string): string[] {
  if (before === after || before === undefined || after === undefined) return [];
  if (Array.isArray(before) && Array.isArray(after))
    return before.flatMap((item: Json, index) => changedPaths(item, after[index], joinJsonPath(path, index)));
  if (isObject(before) && isObject(after))
    return Object.entries(before).flatMap(([key, value]) =>
      changedPaths(value, after[key], joinJsonPath(path, key)),
    );
  return [path];
}
