import type { Chance } from './chance.ts';
import { oddText } from './odd-values.ts';

type Change = (lines: string[], chance: Chance) => string[];

/** A text of lines (a log, an exposition of metrics, YAML) with some of them changed. */
export function mutateText(text: string, chance: Chance): string {
  let lines = text.split('\n');
  for (let count = 1 + chance.below(4); count > 0; count--) lines = chance.of(changes)(lines, chance);
  return lines.join('\n');
}

/** Changes one word of one line. */
const inWord =
  (change: (word: string, chance: Chance) => string): Change =>
  (lines, chance) => {
    if (lines.length === 0) return lines;
    const at = chance.below(lines.length);
    const words = (lines[at] ?? '').split(/(?<=[\s"{}=,|])/);
    const word = chance.below(words.length);
    return lines.with(at, words.with(word, change(words[word] ?? '', chance)).join(''));
  };

const changes: readonly Change[] = [
  inWord((_word, chance) => oddText(chance)),
  inWord((_word, chance) => oddText(chance)),
  inWord(() => ''),
  inWord((word, chance) => word + oddText(chance)),
  inWord((word, chance) => word.slice(0, chance.below(word.length + 1))),
  (lines, chance) => lines.toSpliced(chance.below(lines.length + 1), 0, oddText(chance)),
  (lines, chance) => lines.toSpliced(chance.below(lines.length), 1),
  (lines, chance) =>
    lines.toSpliced(
      chance.below(lines.length + 1),
      0,
      ...Array(200).fill(lines[chance.below(lines.length)] ?? ''),
    ),
  (lines, chance) =>
    lines.length === 0
      ? lines
      : lines.with(
          chance.below(lines.length),
          chance.of(['  ', '\t', '- ', '#', '"', '{', '&a ', '*a', '---', '<<: ']),
        ),
  (lines) => [lines.join(' ')],
];
