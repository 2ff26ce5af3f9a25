import { formatCount, formatQuantity } from '#lib/format-count.ts';

/** What is said around a JSON document. */
export const words = {
  tree: 'Document',
  search: 'Search names and values',
  searchLabel: 'Search in the document',
  next: 'Next place (Enter)',
  previous: 'Previous place (Shift+Enter)',
  searching: 'Searching …',
  found: (count: number) => (count === 0 ? 'Nowhere' : formatQuantity(count, 'place')),
  foundAt: (place: number, count: number) => `${formatCount(place)} of ${formatCount(count)}`,
  onlyFirst: (shown: number) => `The first ${formatCount(shown)} places can be stepped through.`,
  run: (from: number, to: number) => `Entries ${formatCount(from)} to ${formatCount(to)}`,
  loading: 'Opening …',
  wholeDocument: 'The whole document',
  copyPath: 'Path',
  copyJq: 'jq',
  copyValue: 'Value',
  copied: 'Copied',
  refused: 'The browser refused to copy',
  tooLarge: (size: string) => `${size} is too much to copy; the file has it.`,
  entries: (count: number, isList: boolean) =>
    isList ? formatQuantity(count, 'entry', 'entries') : formatQuantity(count, 'field'),
  showStart: 'Show the document from its start',
} as const;
