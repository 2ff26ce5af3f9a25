import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml';
import { messageOf, ViglaError } from '#server/errors.ts';
import type { GivenValue } from './given-value.ts';

/**
 * The settings of a YAML file by their path, e.g. `prometheus.url`. Scalars come as they are written, so that a password
 * of digits stays one; what is empty counts as unset.
 * @param paths every path that there is
 * @throws ViglaError `bad_configuration` with the file, the line and the key
 */
export function readSettingsFile(file: string, paths: ReadonlySet<string>): Map<string, GivenValue> {
  const lines = new LineCounter();
  const document = parseDocument(readText(file), { lineCounter: lines });
  const problem = document.errors[0]?.message ?? unknownAlias(document);
  // What follows the first line is an excerpt of the file, and that may hold a secret.
  if (problem !== undefined) throw wrong(file, problem.split('\n')[0]?.replace(/:$/, '') ?? '');
  const found = new Map<string, GivenValue>();
  const groups = new Set([...paths].flatMap(groupsAbove));

  function readGroup(node: unknown, group: string): void {
    if (isEmpty(node)) return;
    if (!isMap(node))
      throw wrong(file, group === '' ? 'must hold keys with values' : `${group}: must hold keys`);
    for (const { key, value } of node.items) {
      const path = group === '' ? textOf(key) : `${group}.${textOf(key)}`;
      const place = `${file}:${lineOf(key, lines)}: ${path}`;
      const content = isAlias(value) ? value.resolve(document) : value;
      if (groups.has(path)) readGroup(content, path);
      else if (!paths.has(path))
        throw new ViglaError('bad_configuration', `${place}: ${unknownKey(group, [...paths, ...groups])}`);
      else if (!isEmpty(content))
        found.set(path, { value: plainValue(content, document), place, folder: dirname(resolve(file)) });
    }
  }

  readGroup(document.contents, '');
  return found;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ViglaError('bad_configuration', `VIGLA_CONFIG: ${file} cannot be read: ${messageOf(error)}`, {
      cause: error,
    });
  }
}

/** The parser leaves these to whoever reads the value, and there they would count as unset. */
function unknownAlias(document: Document): string | undefined {
  let unknown: string | undefined;
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) === undefined) unknown ??= `there is no anchor "${alias.source}"`;
    },
  });
  return unknown;
}

function groupsAbove(path: string): string[] {
  const parts = path.split('.');
  return parts.slice(1).map((_, depth) => parts.slice(0, depth + 1).join('.'));
}

function isEmpty(node: unknown): boolean {
  return (
    node === null || node === undefined || (isScalar(node) && (node.value === null || node.value === ''))
  );
}

function plainValue(node: unknown, document: Document): unknown {
  if (isScalar(node)) return node.source ?? String(node.value);
  return isCollection(node) ? node.toJS(document) : undefined;
}

function textOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key);
}

function lineOf(key: unknown, lines: LineCounter): number {
  return isScalar(key) && key.range ? lines.linePos(key.range[0]).line : 1;
}

function unknownKey(group: string, known: readonly string[]): string {
  const depth = group === '' ? 1 : group.split('.').length + 1;
  const siblings = known
    .filter((path) => path.split('.').length === depth && (group === '' || path.startsWith(`${group}.`)))
    .map((path) => path.split('.').at(-1));
  return `there is no such key${group === '' ? '' : ` in ${group}`}; there are ${siblings.sort().join(', ')}`;
}

function wrong(file: string, problem: string): ViglaError {
  return new ViglaError('bad_configuration', `${file}: ${problem}`);
}
