import { messageOf, ViglaError } from '#server/errors.ts';
import type { Matcher } from '#server/metrics/query.ts';

type Labels = Readonly<Record<string, string>>;
type Test = (value: string) => boolean;

const testByOperator: Record<Matcher['is'], (value: string) => Test> = {
  '=': (value) => (actual) => actual === value,
  '!=': (value) => (actual) => actual !== value,
  '=~': (value) => anchored(value),
  '!~': (value) => {
    const matches = anchored(value);
    return (actual) => !matches(actual);
  },
};

/**
 * Whether a series' labels meet all matchers, as PromQL reads them: an absent label is the empty string, and a
 * regular expression must match the whole value. Throws `source_failed` for an expression that does not compile.
 */
export function seriesMatcher(matchers: readonly Matcher[]): (labels: Labels) => boolean {
  const tests = matchers.map(({ label, is, value }) => ({ label, test: testByOperator[is](value) }));
  return (labels) => tests.every(({ label, test }) => test(labels[label] ?? ''));
}

function anchored(expression: string): Test {
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
