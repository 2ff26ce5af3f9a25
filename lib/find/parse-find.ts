import type { FindError, FindExpression, OperandUse } from './expression.ts';
import { isNumberOperand } from './operand-entry.ts';
import { operandByName, operands } from './operands.ts';
import { parseComparison } from './parse-comparison.ts';
import { type Expectation, FindSyntaxError, Scanner } from './scanner.ts';
import { subjectsOf } from './subjects.ts';

export type FindAnswer =
  | { isValid: true; expression: FindExpression | undefined; expectations: Expectation[] }
  | { isValid: false; error: FindError; expectations: Expectation[] };

/**
 * Reads a find or hide expression, such as `errors > 1% AND NOT (ns = shop OR idle)`; AND binds tighter than OR.
 * An empty text is valid and asks for nothing. `expectations` say what could stand where, for completion.
 */
export function parseFind(text: string): FindAnswer {
  const scanner = new Scanner(text);
  const { expectations } = scanner;
  try {
    if (scanner.isAtEnd) {
      scanner.expect('operand');
      return { isValid: true, expression: undefined, expectations };
    }
    const expression = parseJoined(scanner, 'or');
    if (!scanner.isAtEnd) {
      const isParenthesis = scanner.text.charAt(scanner.position) === ')';
      const message = isParenthesis ? 'This ")" closes nothing.' : 'Expected AND or OR.';
      scanner.fail(message, { expected: isParenthesis ? [] : ['AND', 'OR'] });
    }
    return { isValid: true, expression, expectations };
  } catch (error) {
    if (!(error instanceof FindSyntaxError)) throw error;
    const { position, message, expected } = error;
    return { isValid: false, error: { position, message, expected }, expectations };
  }
}

const tighter = { or: 'and', and: undefined } as const;

function parseJoined(scanner: Scanner, joiner: 'or' | 'and'): FindExpression {
  const next = tighter[joiner];
  const parts: FindExpression[] = [];
  const start = scanner.position;
  do {
    const part = next === undefined ? parseNegation(scanner) : parseJoined(scanner, next);
    parts.push(...(part.kind === joiner ? part.parts : [part]));
    scanner.expect('joiner');
  } while (scanner.takeWord(joiner) || scanner.takeSymbol(joiner === 'or' ? '||' : '&&'));
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return first;
  const joined: FindExpression = { kind: joiner, parts };
  if (subjectsOf(joined).length === 0) {
    scanner.fail(
      'This joins a condition on nodes and one on edges by AND, which nothing can meet. Join them with OR.',
      {
        position: start,
      },
    );
  }
  return joined;
}

function parseNegation(scanner: Scanner): FindExpression {
  scanner.expect('operand');
  if (scanner.takeSymbol('!') || scanner.takeWord('not'))
    return { kind: 'not', part: parseNegation(scanner) };
  if (!scanner.takeSymbol('(')) return parseCondition(scanner);
  const inner = parseJoined(scanner, 'or');
  if (!scanner.takeSymbol(')')) scanner.fail('Expected ")".', { expected: [')', 'AND', 'OR'] });
  return inner;
}

function parseCondition(scanner: Scanner): FindExpression {
  const hasPrefix = scanner.takeWord('has');
  const isPrefix = !hasPrefix && scanner.takeWord('is');
  if ((hasPrefix || isPrefix) && (scanner.takeSymbol('!') || scanner.takeWord('not'))) {
    return { kind: 'not', part: parseOperand(scanner, hasPrefix) };
  }
  return parseOperand(scanner, hasPrefix);
}

function parseOperand(scanner: Scanner, hasPrefix: boolean): FindExpression {
  scanner.expect('operand');
  const start = scanner.position;
  const word = scanner.takePattern(/[%\w][\w%:./-]*/y);
  if (word === undefined)
    return scanner.fail('Expected an operand, such as name or errors.', {
      expected: ['name', 'errors', '('],
    });
  const operand = operandNamed(word);
  if (operand === undefined) {
    return scanner.fail(`"${word}" is no operand. To search names, write: name contains ${word}`, {
      position: start,
    });
  }
  const entry = operands[operand.id];
  if (entry.isKeyed && operand.key === undefined) {
    return scanner.fail(`"${operand.id}" needs a key, such as ${operand.id}:team.`, {
      position: start,
      expected: [`${operand.id}:`],
    });
  }
  if (entry.type === 'flag') return { kind: 'flag', operand };
  if (hasPrefix && !standsBeforeOperator(scanner)) {
    return { kind: 'comparison', operand, operator: '=', isNegated: true, value: { kind: 'none' } };
  }
  return parseComparison(scanner, { operand, quantity: isNumberOperand(entry) ? entry.type : undefined });
}

function standsBeforeOperator(scanner: Scanner): boolean {
  scanner.skipSpace();
  return /^(!|not\b|[<>=*^$]|contains\b|startswith\b|endswith\b)/i.test(scanner.text.slice(scanner.position));
}

function operandNamed(word: string): OperandUse | undefined {
  const [name = '', ...rest] = word.split(':');
  const id = operandByName(name);
  if (id === undefined) return undefined;
  const key = rest.join(':');
  if (!operands[id].isKeyed) return rest.length === 0 ? { id } : undefined;
  return key === '' ? { id } : { id, key };
}
