import type { DifferenceLine } from '#lib/contract/drift.ts';
import { formatQuantity } from '#lib/format-count.ts';
import type { Json } from '#server/mesh/proxy/json/json.ts';
import type { Overlay } from './overlay.ts';

/** Fields that say which part of a resource one looks at: never folded where they are short. */
const landmarks = new Set(['name', 'match', 'cluster_name', 'domains', 'prefix', 'address', '@type']);
const shortCharacters = 100;
/** Of a value that only one side has, and of a whole resource's lines. */
const limits = { value: 80, resource: 1_000 };

/** Both forms as lines of JSON: what is alike is folded, apart from names and what is matched. */
export function differenceLines(overlay: Overlay): DifferenceLine[] {
  const lines = linesOf(overlay, { depth: 0, before: '', after: '' });
  if (lines.length <= limits.resource) return lines;
  const rest = lines.length - limits.resource;
  return [
    ...lines.slice(0, limits.resource),
    { mark: 'fold', text: `… ${formatQuantity(rest, 'more line', 'more lines')}` },
  ];
}

type Place = { depth: number; before: string; after: string };

function linesOf(overlay: Overlay, place: Place): DifferenceLine[] {
  switch (overlay.kind) {
    case 'same':
      return valueLines(overlay.value, 'same', place);
    case 'different':
      return [
        ...(overlay.right === undefined ? [] : valueLines(overlay.right, 'right', place)),
        ...(overlay.left === undefined ? [] : valueLines(overlay.left, 'left', place)),
      ];
    case 'object':
      return bracketed('{}', place, [
        ...membersOf(
          overlay.entries.map(({ key, overlay: inner }) => ({
            overlay: inner,
            before: `${JSON.stringify(key)}: `,
            isLandmark: landmarks.has(key),
          })),
          place.depth + 1,
          ['field', 'fields'],
        ),
      ]);
    case 'list':
      return bracketed('[]', place, [
        ...membersOf(
          overlay.items.map(({ overlay: inner }) => ({ overlay: inner, before: '', isLandmark: false })),
          place.depth + 1,
          ['entry', 'entries'],
        ),
      ]);
  }
}

type Member = { overlay: Overlay; before: string; isLandmark: boolean };

function membersOf(
  members: readonly Member[],
  depth: number,
  [one, many]: readonly [string, string],
): DifferenceLine[] {
  const lines: DifferenceLine[] = [];
  let folded = 0;
  const flush = () => {
    if (folded > 0)
      lines.push({ mark: 'fold', text: indented(depth, `… ${formatQuantity(folded, one, many)} alike`) });
    folded = 0;
  };
  for (const { overlay, before, isLandmark } of members) {
    const isShown =
      overlay.kind !== 'same' || (isLandmark && JSON.stringify(overlay.value).length <= shortCharacters);
    if (isShown) {
      flush();
      lines.push(...linesOf(overlay, { depth, before, after: ',' }));
    } else folded += 1;
  }
  flush();
  return lines;
}

function bracketed(
  brackets: string,
  { depth, before, after }: Place,
  inner: DifferenceLine[],
): DifferenceLine[] {
  return [
    { mark: 'same', text: indented(depth, `${before}${brackets[0]}`) },
    ...inner,
    { mark: 'same', text: indented(depth, `${brackets[1]}${after}`) },
  ];
}

function valueLines(
  value: Json,
  mark: 'same' | 'left' | 'right',
  { depth, before, after }: Place,
): DifferenceLine[] {
  const short = JSON.stringify(value);
  const texts = short.length <= shortCharacters ? [short] : JSON.stringify(value, undefined, 2).split('\n');
  const last = texts.length - 1;
  const lines = texts.map((text, index) => ({
    mark,
    text: indented(depth, `${index === 0 ? before : ''}${text}${index === last ? after : ''}`),
  }));
  if (lines.length <= limits.value) return lines;
  const rest = lines.length - limits.value;
  return [...lines.slice(0, limits.value), { mark, text: indented(depth, `… ${rest} more lines`) }];
}

function indented(depth: number, text: string): string {
  return `${'  '.repeat(depth)}${text}`;
}
