export const words = {
  manifest: 'Manifest',
  searchManifest: 'Find in the manifest',
  copyManifest: 'manifest',
  previousMatch: 'Previous match',
  nextMatch: 'Next match',
  matches: (at: number, count: number) => (count === 0 ? 'no match' : `${at} of ${count}`),
  foldAll: 'Fold all',
  unfoldAll: 'Unfold all',
  fold: (path: string) => `Fold ${path}`,
  unfold: (path: string) => `Unfold ${path}`,
  foldedLines: (count: number) => `… ${count} lines`,
  linkTo: (path: string) => `Link to ${path}`,
  notThere: (path: string) => `${path} is not in this object.`,
  nearest: (path: string, nearest: string) =>
    `${path} is not in this object (any more); shown is ${nearest}, the nearest that holds it.`,
  redacted: (count: number) =>
    count === 1 ? '1 secret value is hidden' : `${count} secret values are hidden`,
  list: 'Config',
  commands: 'Commands',
  says: 'Says',
  saysNothing: 'Nothing that Vigla has words for.',
  rejected: (reason: string) =>
    `It does not have the shape of its kind, so that only its text is shown: ${reason}`,
  noSuchObject: (kind: string) => `No such ${kind}`,
  allOfKind: (kind: string) => `All of kind ${kind}`,
} as const;
