import { textAt } from '#server/mesh/proxy/json/json.ts';

/**
 * Istio's version out of istiod's `/version`: JSON with a field `version`, or `<version>-<commit>-<state of the tree>`, as
 * in `1.31-dev-unknown-Clean`.
 */
export function istiodVersion(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed.startsWith('{')) return versionOfJson(trimmed);
  const parts = /^(.+)-([^-]+)-([A-Za-z]+)$/.exec(trimmed);
  const version = parts?.[1] ?? trimmed;
  return version === '' ? undefined : version;
}

function versionOfJson(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return textAt(value, 'version') ?? textAt(value, 'Info', 'version');
  } catch {
    return undefined;
  }
}
