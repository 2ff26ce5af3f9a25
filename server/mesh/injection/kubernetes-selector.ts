import { z } from 'zod';

/** Kubernetes' LabelSelector: everything in it must hold; an empty one fits all. */
export const labelSelectorSchema = z
  .looseObject({
    matchLabels: z.record(z.string(), z.string()).nullish(),
    matchExpressions: z
      .array(z.looseObject({ key: z.string(), operator: z.string(), values: z.array(z.string()).nullish() }))
      .nullish(),
  })
  .nullish()
  .transform((selector) => selector ?? {});
export type LabelSelector = z.output<typeof labelSelectorSchema>;

type Labels = Readonly<Record<string, string>>;
type Expression = { key: string; operator: string; values?: string[] | null | undefined };

/** The requirements of a selector that labels do not meet, each in words; empty when it fits. */
export function mismatchesOf(selector: LabelSelector, labels: Labels): string[] {
  const equal = Object.entries(selector.matchLabels ?? {}).map(
    ([key, value]): Expression => ({ key, operator: 'In', values: [value] }),
  );
  return [...equal, ...(selector.matchExpressions ?? [])].flatMap((expression) => {
    const rule = operators[expression.operator];
    if (rule === undefined) return [`${expression.key}: the operator ${expression.operator} is not known`];
    const values = expression.values ?? [];
    return rule.holds(labels[expression.key], values)
      ? []
      : [`${rule.words(expression.key, values)}${isNow(labels[expression.key])}`];
  });
}

type Operator = {
  holds(value: string | undefined, values: readonly string[]): boolean;
  words(key: string, values: readonly string[]): string;
};

const operators: Record<string, Operator | undefined> = {
  In: {
    holds: (value, values) => value !== undefined && values.includes(value),
    words: (key, values) => `${key} must be ${values.join(' or ')}`,
  },
  NotIn: {
    holds: (value, values) => value === undefined || !values.includes(value),
    words: (key, values) => `${key} must not be ${values.join(' or ')}`,
  },
  Exists: { holds: (value) => value !== undefined, words: (key) => `${key} must be set` },
  DoesNotExist: { holds: (value) => value === undefined, words: (key) => `${key} must not be set` },
};

function isNow(value: string | undefined): string {
  return value === undefined ? ', but is not set' : `, but is ${value === '' ? 'empty' : value}`;
}
