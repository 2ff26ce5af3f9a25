export type OperatorEntry = {
  /** Written instead of the symbol. */
  words: readonly string[];
  about: string;
  onText?: (seen: string, asked: string) => boolean;
  onNumber?: (seen: number, asked: number) => boolean;
};

/** Longer symbols stand before shorter ones that they begin with: the parser takes the first that fits. */
export const operators = {
  '>=': { words: [], about: 'at least', onNumber: (seen, asked) => seen >= asked },
  '<=': { words: [], about: 'at most', onNumber: (seen, asked) => seen <= asked },
  '*=': { words: ['contains'], about: 'contains', onText: (seen, asked) => seen.includes(asked) },
  '^=': { words: ['startswith'], about: 'starts with', onText: (seen, asked) => seen.startsWith(asked) },
  '$=': { words: ['endswith'], about: 'ends with', onText: (seen, asked) => seen.endsWith(asked) },
  '=': {
    words: ['=='],
    about: 'equals',
    onText: (seen, asked) => seen === asked,
    onNumber: (seen, asked) => seen === asked,
  },
  '>': { words: [], about: 'more than', onNumber: (seen, asked) => seen > asked },
  '<': { words: [], about: 'less than', onNumber: (seen, asked) => seen < asked },
} as const satisfies Record<string, OperatorEntry>;

export type OperatorId = keyof typeof operators;

/** Order matters, see `operators`. */
export const operatorIds: readonly OperatorId[] = ['>=', '<=', '*=', '^=', '$=', '=', '>', '<'];

/** The entry of an operator, with every optional part visible. */
export function operatorEntry(id: OperatorId): OperatorEntry {
  return operators[id];
}

/** The operators that a text, or else a number, can be compared with. */
export function operatorsFor(subject: 'text' | 'number'): OperatorId[] {
  return operatorIds.filter((id) => {
    const entry = operatorEntry(id);
    return (subject === 'text' ? entry.onText : entry.onNumber) !== undefined;
  });
}
