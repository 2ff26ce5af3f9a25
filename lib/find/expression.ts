import type { OperandId } from './operands.ts';
import type { OperatorId } from './operators.ts';

/** `none` is written `NaN`: the thing has no such value, e.g. no activity. Numbers stand in the operand's base unit. */
export type FindValue =
  | { kind: 'text'; text: string }
  | { kind: 'number'; number: number }
  | { kind: 'none' };

/** What is asked about: an operand and, for `label:<key>`, the key. */
export type OperandUse = { id: OperandId; key?: string };

export type FlagCondition = { kind: 'flag'; operand: OperandUse };
export type ComparisonCondition = {
  kind: 'comparison';
  operand: OperandUse;
  operator: OperatorId;
  isNegated: boolean;
  value: FindValue;
};

/** A parsed find or hide expression. `and` and `or` have at least two parts and never hold their own kind. */
export type FindExpression =
  | FlagCondition
  | ComparisonCondition
  | { kind: 'not'; part: FindExpression }
  | { kind: 'and' | 'or'; parts: FindExpression[] };

/** `position` counts characters from 0; `expected` are words that may stand there. */
export type FindError = { position: number; message: string; expected: string[] };

/** Every condition of an expression, in the order in which it was written. */
export function conditionsOf(expression: FindExpression): (FlagCondition | ComparisonCondition)[] {
  if (expression.kind === 'flag' || expression.kind === 'comparison') return [expression];
  if (expression.kind === 'not') return conditionsOf(expression.part);
  return expression.parts.flatMap(conditionsOf);
}
