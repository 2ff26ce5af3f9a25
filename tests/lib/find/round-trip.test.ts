import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FindExpression } from '#lib/find/expression.ts';
import { isNumberOperand } from '#lib/find/operand-entry.ts';
import { operandIds, operands } from '#lib/find/operands.ts';
import { operatorsFor } from '#lib/find/operators.ts';
import { parseFind } from '#lib/find/parse-find.ts';
import { printFind } from '#lib/find/print-find.ts';
import { type Subject, subjectsOf } from '#lib/find/subjects.ts';

const condition: fc.Arbitrary<FindExpression> = fc.constantFrom(...operandIds()).chain((id) => {
  const entry = operands[id];
  const operand = entry.isKeyed ? { id, key: 'app.kubernetes.io/name' } : { id };
  if (entry.type === 'flag') return fc.constant<FindExpression>({ kind: 'flag', operand });
  const value = isNumberOperand(entry)
    ? fc
        .double({ noNaN: true, noDefaultInfinity: true, min: 0 })
        .map((number) => ({ kind: 'number', number: number + 0 }) as const)
    : fc.string().map((text) => ({ kind: 'text', text }) as const);
  const compared = fc
    .tuple(fc.constantFrom(...operatorsFor(isNumberOperand(entry) ? 'number' : 'text')), fc.boolean(), value)
    .map(
      ([operator, isNegated, asked]): FindExpression => ({
        kind: 'comparison',
        operand,
        operator,
        isNegated,
        value: asked,
      }),
    );
  const absent = fc.boolean().map(
    (isNegated): FindExpression => ({
      kind: 'comparison',
      operand,
      operator: '=',
      isNegated,
      value: { kind: 'none' },
    }),
  );
  return fc.oneof({ weight: 4, arbitrary: compared }, { weight: 1, arbitrary: absent });
});

function expressionOn(subject: Subject, depth: number): fc.Arbitrary<FindExpression> {
  const leaf = condition.filter((part) => subjectsOf(part).includes(subject));
  if (depth === 0) return leaf;
  const inner = expressionOn(subject, depth - 1);
  const joined = fc.tuple(fc.constantFrom('and', 'or'), fc.array(inner, { minLength: 2, maxLength: 3 })).map(
    ([kind, parts]): FindExpression => ({
      kind,
      parts: parts.flatMap((part) => (part.kind === kind ? part.parts : [part])),
    }),
  );
  return fc.oneof(
    leaf,
    inner.map((part): FindExpression => ({ kind: 'not', part })),
    joined,
  );
}

test('an expression that is printed and read again is the same', () => {
  fc.assert(
    fc.property(fc.oneof(expressionOn('node', 3), expressionOn('edge', 3)), (expression) => {
      expect(parseFind(printFind(expression))).toMatchObject({ isValid: true, expression });
    }),
    { numRuns: 400 },
  );
});

test('whatever is typed is answered, with a position inside the text where it is refused', () => {
  const typed = fc.array(
    fc.constantFrom(
      'name',
      'errors',
      'idle',
      ' ',
      '=',
      '>',
      '!',
      '(',
      ')',
      'AND',
      'or',
      'not',
      '"',
      "'",
      'x',
      '1%',
      'label:',
      'has',
      '*=',
    ),
  );
  let refused = 0;
  fc.assert(
    fc.property(
      fc.oneof(
        typed.map((words) => words.join(' ')),
        typed.map((words) => words.join('')),
        fc.string(),
      ),
      (text) => {
        const answer = parseFind(text);
        if (answer.isValid) return;
        refused += 1;
        expect(answer.error.position).toBeGreaterThanOrEqual(0);
        expect(answer.error.position).toBeLessThanOrEqual(text.length);
        expect(answer.error.message).not.toBe('');
      },
    ),
    { numRuns: 1000 },
  );
  expect(refused).toBeGreaterThan(0);
});
