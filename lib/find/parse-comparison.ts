import type { ComparisonCondition, FindValue, OperandUse } from './expression.ts';
import { type OperatorId, operatorEntry, operatorIds, operatorsFor } from './operators.ts';
import type { Scanner } from './scanner.ts';
import { parseQuantity, type QuantityId, quantities } from './units.ts';

type Subject = { operand: OperandUse; quantity: QuantityId | undefined };

/** Reads the operator and the value behind an operand; without a quantity the operand is a text. */
export function parseComparison(scanner: Scanner, { operand, quantity }: Subject): ComparisonCondition {
  const allowed = operatorsFor(quantity === undefined ? 'text' : 'number');
  scanner.expect('operator', operand);
  const start = scanner.position;
  const isNegated = scanner.takeSymbol('!') || scanner.takeWord('not');
  const operator = takeOperator(scanner);
  if (operator === undefined) {
    return scanner.fail(`Expected an operator after "${operand.id}": ${allowed.join(' ')}`, {
      position: start,
      expected: allowed,
    });
  }
  if (!allowed.includes(operator)) {
    const kind = quantity === undefined ? 'a text' : 'a number';
    return scanner.fail(`"${operand.id}" is ${kind}; it can be compared with ${allowed.join(' ')}`, {
      position: start,
      expected: allowed,
    });
  }
  scanner.expect('value', operand);
  const value = parseValue(scanner, { operand, quantity });
  if (value.kind === 'none' && operator !== '=') {
    return scanner.fail('NaN means that there is no value; compare it with = or !=', {
      position: start,
      expected: ['=', '!='],
    });
  }
  return { kind: 'comparison', operand, operator, isNegated, value };
}

function takeOperator(scanner: Scanner): OperatorId | undefined {
  // "==" before "=", which it begins with.
  if (scanner.takeSymbol('==')) return '=';
  return operatorIds.find(
    (id) => scanner.takeSymbol(id) || operatorEntry(id).words.some((word) => scanner.takeWord(word)),
  );
}

function parseValue(scanner: Scanner, { operand, quantity }: Subject): FindValue {
  const start = scanner.position;
  const quoted = scanner.takePattern(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/y);
  if (quoted === undefined && /["']/.test(scanner.text.charAt(scanner.position))) {
    return scanner.fail('This quotation mark is not closed.', { position: start });
  }
  const bare = quoted === undefined ? scanner.takePattern(/[^\s()]+/y) : undefined;
  const text = quoted === undefined ? bare : quoted.slice(1, -1).replace(/\\(.)/g, '$1');
  if (text === undefined) {
    const example = quantity === undefined ? [] : [quantities[quantity].example];
    return scanner.fail(`Expected a value to compare "${operand.id}" with.`, {
      position: start,
      expected: example,
    });
  }
  if (bare === 'NaN') return { kind: 'none' };
  if (quantity === undefined) return { kind: 'text', text };
  const number = parseQuantity(text, quantity);
  if (number !== undefined) return { kind: 'number', number };
  return scanner.fail(
    `"${text}" is no number for "${operand.id}"; write it like ${quantities[quantity].example}`,
    {
      position: start,
      expected: [quantities[quantity].example],
    },
  );
}
