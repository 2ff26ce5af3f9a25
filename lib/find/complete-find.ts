import type { Graph } from '#lib/contract/graph.ts';
import type { OperandUse } from './expression.ts';
import { graphFacts } from './graph-facts.ts';
import { readOperand } from './match-find.ts';
import { isNumberOperand } from './operand-entry.ts';
import { operandIds, operands } from './operands.ts';
import { operatorEntry, operatorsFor } from './operators.ts';
import { parseFind } from './parse-find.ts';
import { quoteFindText } from './print-find.ts';
import type { Expectation } from './scanner.ts';
import { quantities } from './units.ts';

/** `text` replaces the characters from `from` up to the caret. */
export type Completion = { from: number; text: string; about: string };

const most = 12;

/** What could be written at the caret: operands, operators, values seen in the graph, AND and OR. */
export function completeFind(
  text: string,
  { caret, graph }: { caret: number; graph: Graph | undefined },
): Completion[] {
  const before = text.slice(0, caret);
  const open = parseFind(before).expectations.filter(({ position }) => !/\s/.test(before.slice(position)));
  const completions = open.flatMap((expectation) => {
    const partial = before.slice(expectation.position).toLowerCase();
    const gap = partial === '' && expectation.position > 0 && !/[\s(!]$/.test(before) ? ' ' : '';
    return suggestions(expectation, graph)
      .filter(({ names }) =>
        names.some((name) => name.toLowerCase().startsWith(partial) && name.toLowerCase() !== partial),
      )
      .map(({ text: word, about }) => ({ from: expectation.position, text: gap + word, about }));
  });
  const seen = new Set<string>();
  return completions.filter(({ text: word }) => !seen.has(word) && seen.add(word)).slice(0, most);
}

type Suggestion = { text: string; names: readonly string[]; about: string };

function suggestions({ what, operand }: Expectation, graph: Graph | undefined): Suggestion[] {
  if (what === 'joiner') return [word('AND', 'both hold'), word('OR', 'either holds')];
  if (what === 'operand') {
    const ids = operandIds().map((id) => {
      const { aliases, about, isKeyed } = operands[id];
      return { text: isKeyed ? `${id}:` : id, names: [id, ...aliases], about };
    });
    return [...ids, word('NOT', 'the opposite')];
  }
  if (operand === undefined) return [];
  const entry = operands[operand.id];
  if (what === 'value') return valuesOf(operand, graph);
  return operatorsFor(isNumberOperand(entry) ? 'number' : 'text').map((id) =>
    word(id, operatorEntry(id).about),
  );
}

function valuesOf(operand: OperandUse, graph: Graph | undefined): Suggestion[] {
  const entry = operands[operand.id];
  if (isNumberOperand(entry))
    return [word(quantities[entry.type].example, 'for example'), word('NaN', 'no activity')];
  const words = entry.type === 'text' && entry.words !== undefined ? entry.words : seenIn(graph, operand);
  return words.map((value) => word(quoteFindText(value), ''));
}

function seenIn(graph: Graph | undefined, { id, key = '' }: OperandUse): string[] {
  if (graph === undefined) return [];
  const facts = graphFacts(graph);
  const elements = [...graph.nodes.map((node) => ({ node })), ...graph.edges.map((edge) => ({ edge }))];
  const values = elements.flatMap((element) => {
    const seen = readOperand(id, { element, facts, key });
    return seen?.type === 'text' ? seen.values : [];
  });
  return [...new Set(values)].sort();
}

function word(text: string, about: string): Suggestion {
  return { text, names: [text], about };
}
