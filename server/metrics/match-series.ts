import { messageOf, ViglaError } from '#server/errors.ts';
import type { Matcher, Selector } from '#server/metrics/query.ts';

type Labels = Readonly<Record<string, string>>;
type ValueTest = (value: string) => boolean;
type LabelsTest = (labels: Labels) => boolean;

const valueTestByOperator: Record<Matcher['is'], (value: string) => ValueTest> = {
  '=': (value) => (actual) => actual === value,
  '!=': (value) => (actual) => actual !== value,
  '=~': (value) => anchored(value),
  '!~': (value) => {
    const matches = anchored(value);
    return (actual) => !matches(actual);
  },
};

/**
 * Whether a series' labels are chosen by a selector, as PromQL reads it: an absent label is the empty string, and a
 * regular expression must match the whole value. Throws `source_failed` for an expression that does not compile.
 */
export function seriesMatcher({ matchers, anyOf }: Omit<Selector, 'metric'>): LabelsTest {
  const meetsAll = allOf(matchers);
  if (anyOf === undefined) return meetsAll;
  const alternatives = anyOf.map(allOf);
  return (labels) => meetsAll(labels) && alternatives.some((meets) => meets(labels));
}

function allOf(matchers: readonly Matcher[]): LabelsTest {
  const tests = matchers.map(({ label, is, value }) => ({ label, test: valueTestByOperator[is](value) }));
  return (labels) => tests.every(({ label, test }) => test(labels[label] ?? ''));
}

function anchored(expression: string): ValueTest {
  try {
    const compiled = new RegExp(`^(?:${expression})$`, 's');
    return (value) => compiled.test(value);
  } catch (cause) {
    throw new ViglaError(
      'source_failed',
      `The regular expression "${expression}" is not valid: ${messageOf(cause)}`,
      { cause },
    );
  }
}
