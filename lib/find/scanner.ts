import type { OperandUse } from './expression.ts';

export type Expectation = {
  position: number;
  what: 'operand' | 'operator' | 'value' | 'joiner';
  operand?: OperandUse;
};

/** Thrown inside the parser only; `parseFind` turns it into its answer. */
export class FindSyntaxError extends Error {
  readonly position: number;
  readonly expected: string[];
  constructor(message: string, { position, expected }: { position: number; expected: string[] }) {
    super(message);
    this.position = position;
    this.expected = expected;
  }
}

/** A cursor over the text that also notes what it was asked to read where, for completion. */
export class Scanner {
  readonly text: string;
  readonly expectations: Expectation[] = [];
  position = 0;

  constructor(text: string) {
    this.text = text;
  }

  get isAtEnd(): boolean {
    this.skipSpace();
    return this.position >= this.text.length;
  }

  expect(what: Expectation['what'], operand?: OperandUse): void {
    this.skipSpace();
    this.expectations.push({ position: this.position, what, operand });
  }

  /** Takes a symbol that stands next. */
  takeSymbol(symbol: string): boolean {
    this.skipSpace();
    if (!this.text.startsWith(symbol, this.position)) return false;
    this.position += symbol.length;
    return true;
  }

  /** Takes a word that stands next on its own, in any case. */
  takeWord(word: string): boolean {
    this.skipSpace();
    const end = this.position + word.length;
    const isSame = this.text.slice(this.position, end).toLowerCase() === word;
    if (!isSame || /[^\s()!=<>"']/.test(this.text.charAt(end))) return false;
    this.position = end;
    return true;
  }

  /** Takes what the pattern finds here; the pattern must be sticky. */
  takePattern(pattern: RegExp): string | undefined {
    this.skipSpace();
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.position += found.length;
    return found;
  }

  fail(
    message: string,
    { position = this.position, expected = [] }: { position?: number; expected?: string[] } = {},
  ): never {
    throw new FindSyntaxError(message, { position, expected });
  }

  skipSpace(): void {
    while (/\s/.test(this.text.charAt(this.position))) this.position += 1;
  }
}
