/** A name and groups as somebody outside the cluster gave them. */
export type NamedUser = { name: string; groups: string[] };

/** Names with it are the cluster's own: nobody outside of it may hand out `system:masters`. */
const clusterOwn = 'system:';

/** Takes names that the cluster keeps for itself out; undefined where no name is left. */
export function namedUser(given: { name: string; groups: readonly string[] }): NamedUser | undefined {
  const name = given.name.trim();
  if (!isName(name)) return undefined;
  const groups = given.groups.map((group) => group.trim()).filter(isName);
  return { name, groups: [...new Set(groups)].sort() };
}

function isName(text: string): boolean {
  return text !== '' && !text.startsWith(clusterOwn) && !/\p{Cc}/u.test(text);
}
