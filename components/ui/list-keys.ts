const steps: Record<string, (index: number, last: number, pageRows: number) => number> = {
  ArrowDown: (index, last) => Math.min(last, index + 1),
  ArrowUp: (index) => Math.max(0, index - 1),
  PageDown: (index, last, pageRows) => Math.min(last, index + pageRows),
  PageUp: (index, _, pageRows) => Math.max(0, index - pageRows),
  Home: () => 0,
  End: (_, last) => last,
};

type Place = { index: number; last: number; pageRows: number };

/** The row that a key leads to in a list, from 0 to `last`; undefined for keys that lead nowhere. */
export function rowAfterKey(key: string, { index, last, pageRows }: Place): number | undefined {
  return Object.hasOwn(steps, key) ? steps[key]?.(index, last, pageRows) : undefined;
}
