import { z } from 'zod';

const branch = z.record(z.string(), z.unknown());

/**
 * One scalar of Istio's mesh configuration, by its path of keys; undefined where it is not set. The text is YAML as
 * Istio's installers write it (block style, one key a line) or JSON; anything more exotic reads as not set.
 */
export function meshConfigValue(text: string, path: readonly string[]): string | undefined {
  return text.trimStart().startsWith('{') ? valueInJson(text, path) : valueInYaml(text.split('\n'), path);
}

function valueInJson(text: string, path: readonly string[]): string | undefined {
  const value = path.reduce<unknown>((at, key) => branch.safeParse(at).data?.[key], parseJson(text));
  return typeof value === 'string' ? value : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function valueInYaml(lines: readonly string[], [key = '', ...rest]: readonly string[]): string | undefined {
  const used = lines.filter((line) => line.trim() !== '' && !line.trimStart().startsWith('#'));
  const indent = indentOf(used[0] ?? '');
  const start = used.findIndex((line) => indentOf(line) === indent && line.trimStart().startsWith(`${key}:`));
  const line = used[start];
  if (line === undefined) return undefined;
  const after = line
    .slice(line.indexOf(':') + 1)
    .replace(/\s+#.*$/, '')
    .trim();
  if (rest.length === 0) return after === '' ? undefined : after.replace(/^(["'])(.*)\1$/, '$2');
  const inFlow = /^\{(.*)\}$/.exec(after)?.[1];
  if (inFlow !== undefined)
    return valueInYaml(
      inFlow.split(',').map((entry) => entry.trim()),
      rest,
    );
  const below = used.slice(start + 1);
  const end = below.findIndex((next) => indentOf(next) <= indent);
  return valueInYaml(end === -1 ? below : below.slice(0, end), rest);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
