import type { GraphEdge, GraphNode } from '#lib/contract/graph.ts';
import type { ComparisonCondition, FindExpression, FlagCondition } from './expression.ts';
import type { GraphFacts } from './graph-facts.ts';
import { operands } from './operands.ts';
import { operatorEntry } from './operators.ts';

/** A node or an edge, told apart by which of the two is set. */
export type Element = { node: GraphNode } | { edge: GraphEdge };

/**
 * Whether the expression is true of a node or edge. Conditions on the other kind of thing say nothing about it: they
 * are true of none, negated or not.
 */
export function matchesFind(expression: FindExpression, element: Element, facts: GraphFacts): boolean {
  return judge(expression, element, facts) === true;
}

/** Undefined where the expression says nothing about this kind of thing. */
function judge(expression: FindExpression, element: Element, facts: GraphFacts): boolean | undefined {
  if (expression.kind === 'not') {
    const inner = judge(expression.part, element, facts);
    return inner === undefined ? undefined : !inner;
  }
  if (expression.kind === 'flag' || expression.kind === 'comparison')
    return judgeCondition(expression, element, facts);
  const verdicts = expression.parts.map((part) => judge(part, element, facts));
  if (expression.kind === 'and') return verdicts.includes(undefined) ? undefined : !verdicts.includes(false);
  const known = verdicts.filter((verdict) => verdict !== undefined);
  return known.length === 0 ? undefined : known.includes(true);
}

function judgeCondition(
  condition: FlagCondition | ComparisonCondition,
  element: Element,
  facts: GraphFacts,
): boolean | undefined {
  const { id, key = '' } = condition.operand;
  const seen = readOperand(id, { element, facts, key });
  if (seen === undefined) return undefined;
  if (condition.kind === 'flag') return seen.type === 'flag' && seen.value;
  return compare(condition, seen) !== condition.isNegated;
}

type Seen =
  | { type: 'flag'; value: boolean }
  | { type: 'text'; values: readonly string[] }
  | { type: 'number'; value: number | undefined };

type Reading = { element: Element; facts: GraphFacts; key: string };

/** What an operand says of an element; undefined when it does not apply to its kind. */
export function readOperand(id: keyof typeof operands, { element, facts, key }: Reading): Seen | undefined {
  const entry = operands[id];
  if (entry.type === 'flag') {
    const value =
      'node' in element ? entry.ofNode?.(element.node, facts, key) : entry.ofEdge?.(element.edge, facts, key);
    return value === undefined ? undefined : { type: 'flag', value };
  }
  if (entry.type === 'text') {
    const values =
      'node' in element ? entry.ofNode?.(element.node, facts, key) : entry.ofEdge?.(element.edge, facts, key);
    return values === undefined
      ? undefined
      : { type: 'text', values: values.filter((value) => value !== undefined) };
  }
  if ('node' in element) {
    return entry.ofNode === undefined
      ? undefined
      : { type: 'number', value: entry.ofNode(element.node, facts, key) };
  }
  return entry.ofEdge === undefined
    ? undefined
    : { type: 'number', value: entry.ofEdge(element.edge, facts, key) };
}

function compare({ operator, value }: ComparisonCondition, seen: Seen): boolean {
  const { onText, onNumber } = operatorEntry(operator);
  if (seen.type === 'text') {
    if (value.kind === 'none') return seen.values.length === 0;
    if (value.kind !== 'text' || onText === undefined) return false;
    const asked = value.text.toLowerCase();
    return seen.values.some((text) => onText(text.toLowerCase(), asked));
  }
  if (seen.type !== 'number') return false;
  // A rate of 0 is no activity just as a missing one is.
  if (value.kind === 'none') return seen.value === undefined || seen.value === 0;
  if (value.kind !== 'number' || seen.value === undefined) return false;
  return onNumber?.(seen.value, value.number) === true;
}
