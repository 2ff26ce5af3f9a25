import { textAt } from '#server/mesh/proxy/json/json.ts';

/**
 * The version in istiod's `/version`: `<version>-<commit>-<state>` as text, or JSON with `version`. Undefined where there
 * is none. A commit and a state have no dashes, a version may (`1.31-alpha.0`).
 */
export function istiodVersion(answer: string): string | undefined {
  const text = answer.trim();
  if (text.startsWith('{')) return versionInJson(text);
  const version = /^(\d.*)-[^-]+-[^-]+$/.exec(text)?.[1] ?? text;
  return version === '' ? undefined : version;
}

function versionInJson(text: string): string | undefined {
  try {
    return textAt(JSON.parse(text), 'version');
  } catch {
    return undefined;
  }
}
