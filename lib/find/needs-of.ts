import { conditionsOf, type FindExpression } from './expression.ts';
import type { FindNeed } from './operand-entry.ts';
import { operands } from './operands.ts';

/** What the graph must be asked with so that the expression can find anything; sorted, each once. */
export function needsOf(expression: FindExpression | undefined): FindNeed[] {
  if (expression === undefined) return [];
  const needs = conditionsOf(expression).flatMap(({ operand }) => operands[operand.id].needs ?? []);
  return [...new Set(needs)].sort();
}
