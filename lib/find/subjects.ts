import type { FindExpression } from './expression.ts';
import { operands } from './operands.ts';

export type Subject = 'node' | 'edge';

const both: readonly Subject[] = ['node', 'edge'];

/** What an expression can be true of; nothing when it asks one thing to be a node and an edge. */
export function subjectsOf(expression: FindExpression): Subject[] {
  if (expression.kind === 'not') return subjectsOf(expression.part);
  if (expression.kind === 'flag' || expression.kind === 'comparison') {
    const { ofNode, ofEdge } = operands[expression.operand.id];
    return both.filter((subject) => (subject === 'node' ? ofNode : ofEdge) !== undefined);
  }
  const parts = expression.parts.map(subjectsOf);
  return both.filter((subject) =>
    expression.kind === 'and'
      ? parts.every((part) => part.includes(subject))
      : parts.some((part) => part.includes(subject)),
  );
}
