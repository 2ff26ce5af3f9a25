import type { GraphEdge, GraphNode } from '#lib/contract/graph.ts';
import type { GraphFacts } from './graph-facts.ts';
import type { QuantityId } from './units.ts';

/** What the graph must contain for an operand to find anything: an extra of the API, or operation nodes. */
export type FindNeed = 'latency' | 'throughput' | 'messages' | 'operations';

/** `key` is the part after the colon of `label:<key>`. */
type Readers<Value> = {
  ofNode?: (node: GraphNode, facts: GraphFacts, key: string) => Value;
  ofEdge?: (edge: GraphEdge, facts: GraphFacts, key: string) => Value;
};

type Description = {
  aliases: readonly string[];
  about: string;
  needs?: FindNeed;
  isKeyed?: boolean;
  /** Words that the value can be, where the list is closed. */
  words?: readonly string[];
};

/** A text operand has several values at once where a thing has several names; any of them may match. */
export type TextOperand = Description & { type: 'text' } & Readers<readonly (string | undefined)[]>;
export type NumberOperand = Description & { type: QuantityId } & Readers<number | undefined>;
export type FlagOperand = Description & { type: 'flag' } & Readers<boolean>;

/** Everything about one operand of the find language: its names, what it applies to and how it is read. */
export type OperandEntry = TextOperand | NumberOperand | FlagOperand;

/** An operand compared with numbers. */
export function isNumberOperand(entry: OperandEntry): entry is NumberOperand {
  return entry.type !== 'text' && entry.type !== 'flag';
}
