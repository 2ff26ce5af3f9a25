import { formatFigure, unitSpace } from '#lib/format-number.ts';

/** How much more probable the counts are under another split than under the configured one: `0.02 : 1`, `10^64 : 1`. */
export type EvidenceFigure = { figure: string } | { exponent: number };

/** From so many digits on a power of ten says more than its digits. */
const longestDigits = 4;

/** A Bayes factor by its decimal logarithm, as figures or, where they were too many, as a power of ten. */
export function evidenceFigure(log10: number): EvidenceFigure {
  const exponent = Math.round(log10);
  return exponent >= longestDigits ? { exponent } : { figure: formatFigure(10 ** log10) };
}

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A power of ten in one line of plain text, as axes need it: `10⁸`, `10⁻²`, `1`. */
export function powerOfTen(exponent: number): string {
  if (exponent === 0) return '1';
  const digits = [...String(Math.abs(exponent))].map((digit) => raised[Number(digit)] ?? digit);
  return `10${exponent < 0 ? '⁻' : ''}${digits.join('')}`;
}

/** The same in one line of plain text: `10⁶⁴ : 1`. */
export function evidenceText(log10: number): string {
  const said = evidenceFigure(log10);
  return `${'figure' in said ? said.figure : powerOfTen(said.exponent)}${unitSpace}:${unitSpace}1`;
}
