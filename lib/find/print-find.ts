import type { ComparisonCondition, FindExpression, OperandUse } from './expression.ts';
import { isNumberOperand } from './operand-entry.ts';
import { operands } from './operands.ts';
import { printQuantity } from './units.ts';

/** The text that `parseFind` reads back as the same expression. */
export function printFind(expression: FindExpression): string {
  if (expression.kind === 'flag') return printOperand(expression.operand);
  if (expression.kind === 'comparison') return printComparison(expression);
  if (expression.kind === 'not') return `NOT ${printInside(expression.part, 'not')}`;
  const joiner = expression.kind === 'and' ? ' AND ' : ' OR ';
  return expression.parts.map((part) => printInside(part, expression.kind)).join(joiner);
}

function printInside(part: FindExpression, outer: 'not' | 'and' | 'or'): string {
  const isLooser = part.kind === 'or' || (part.kind === 'and' && outer === 'not');
  return isLooser ? `(${printFind(part)})` : printFind(part);
}

function printOperand({ id, key }: OperandUse): string {
  return key === undefined ? id : `${id}:${key}`;
}

function printComparison({ operand, operator, isNegated, value }: ComparisonCondition): string {
  const left = `${printOperand(operand)} ${isNegated ? '!' : ''}${operator}`;
  if (value.kind === 'none') return `${left} NaN`;
  if (value.kind === 'text') return `${left} ${quoteFindText(value.text)}`;
  const entry = operands[operand.id];
  return `${left} ${isNumberOperand(entry) ? printQuantity(value.number, entry.type) : value.number}`;
}

/** A text as a value of the language, in quotation marks where it needs them. */
export function quoteFindText(text: string): string {
  const isPlain = /^[^\s()"'\\]+$/.test(text) && text !== 'NaN';
  return isPlain ? text : `"${text.replace(/["\\]/g, '\\$&')}"`;
}
