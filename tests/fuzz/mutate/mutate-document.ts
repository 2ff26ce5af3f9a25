import type { Chance } from './chance.ts';
import { oddKeys, oddText, oddValue, RawJson } from './odd-values.ts';

type Change = (value: unknown, chance: Chance, document: unknown) => unknown;

/** More copies of an item than this many characters would only take time. */
const mostCopiedCharacters = 2_000_000;

/** A JSON document with some places changed, as text: the shape is broken, the syntax is not. */
export function mutateDocument(document: unknown, chance: Chance): string {
  let changed = document;
  const count =
    1 + (chance.happens(0.5) ? chance.below(3) : 0) + (chance.happens(0.1) ? chance.below(30) : 0);
  for (let done = 0; done < count; done++) changed = changeSomewhere(changed, chance, document);
  return writeJson(changed);
}

/** Copies only what leads to the place, so that the document itself stays as it is. */
function changeSomewhere(value: unknown, chance: Chance, document: unknown): unknown {
  const isInner = typeof value === 'object' && value !== null && !(value instanceof RawJson);
  if (!isInner) return chance.of(valueChanges)(value, chance, document);
  const keys = Object.keys(value);
  // Deeper places are many more, and reached only by passing the others.
  if (keys.length === 0 || chance.happens(0.12)) {
    const changes = Array.isArray(value) ? listChanges : recordChanges;
    return chance.of([...changes, ...valueChanges])(value, chance, document);
  }
  const key = chance.of(keys);
  if (Array.isArray(value)) {
    const index = Number(key);
    return value.with(index, changeSomewhere(value[index], chance, document));
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      name === key ? changeSomewhere(inner, chance, document) : inner,
    ]),
  );
}

const valueChanges: readonly Change[] = [
  (_value, chance) => oddValue(chance),
  (_value, chance) => oddValue(chance),
  (_value, chance, document) => somewhereIn(document, chance),
  (value) => (typeof value === 'number' ? String(value) : [value]),
  (value, chance) =>
    typeof value === 'string'
      ? chance.of([
          value + oddText(chance),
          oddText(chance) + value,
          value.slice(0, chance.below(value.length + 1)),
          value.toUpperCase(),
          Number(value),
        ])
      : oddValue(chance),
  (value, chance) =>
    typeof value === 'number'
      ? chance.of([-value, value * 1e6, value + 0.5, value / 1e9, `${value}s`])
      : oddValue(chance),
];

const listChanges: readonly Change[] = [
  () => [],
  (value) => list(value).toReversed(),
  (value, chance) => list(value).toSpliced(chance.below(list(value).length + 1), 0, oddValue(chance)),
  (value, chance) => list(value).toSpliced(chance.below(list(value).length), 1),
  (value, chance) => {
    const item = list(value).length === 0 ? null : chance.of(list(value));
    const length = (JSON.stringify(item) ?? '').length + 1;
    return Array.from({ length: Math.min(1000, Math.ceil(mostCopiedCharacters / length)) }, () => item);
  },
  (value) => ({ ...list(value) }),
];

const recordChanges: readonly Change[] = [
  // Without one of its fields.
  (value, chance) => {
    const entries = Object.entries(record(value));
    return Object.fromEntries(entries.toSpliced(chance.below(entries.length), 1));
  },
  // With one under another name.
  (value, chance) => {
    const entries = Object.entries(record(value));
    if (entries.length === 0) return { [chance.of(oddKeys)]: oddValue(chance) };
    const [, inner] = chance.of(entries);
    return Object.fromEntries(
      entries.toSpliced(chance.below(entries.length), 1, [chance.of(oddKeys), inner]),
    );
  },
  (value, chance) =>
    Object.fromEntries([...Object.entries(record(value)), [chance.of(oddKeys), oddValue(chance)]]),
  (_value, chance) =>
    new RawJson(
      `{"__proto__":{"polluted":true},"constructor":${chance.of(['null', '{"prototype":{"polluted":1}}'])}}`,
    ),
  // With one field twice: the last one counts.
  (value, chance) => {
    const entries = Object.entries(record(value));
    if (entries.length === 0) return value;
    const [name] = chance.of(entries);
    return new RawJson(
      `${writeJson(value).slice(0, -1)},${JSON.stringify(name)}:${writeJson(oddValue(chance))}}`,
    );
  },
  // With two of them exchanged.
  (value, chance) => {
    const entries = Object.entries(record(value));
    if (entries.length < 2) return value;
    const [one, other] = [chance.of(entries), chance.of(entries)];
    return Object.fromEntries([...entries, [one[0], other[1]], [other[0], one[1]]]);
  },
  (value) => Object.values(record(value)),
];

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function record(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

function somewhereIn(value: unknown, chance: Chance): unknown {
  if (typeof value !== 'object' || value === null || chance.happens(0.15)) return value;
  const inner = Object.values(value);
  return inner.length === 0 ? value : somewhereIn(chance.of(inner), chance);
}

/** Raw parts are written as themselves, in the places of texts that stand for them. */
function writeJson(value: unknown): string {
  const raws: RawJson[] = [];
  const text = JSON.stringify(value, (_key, inner) => {
    if (!(inner instanceof RawJson)) return inner;
    raws.push(inner);
    return `@@raw ${raws.length - 1}@@`;
  });
  if (raws.length === 0) return text ?? 'null';
  return (text ?? 'null').replaceAll(
    /"@@raw (\d+)@@"/g,
    (_found, index) => raws[Number(index)]?.text ?? 'null',
  );
}
