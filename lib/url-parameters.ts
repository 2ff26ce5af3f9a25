import { z } from 'zod';

/**
 * Fields of a page's address. Each turns the text of one parameter into a value and back; what is absent has the
 * field's default. Put them into a `z.object` and hand that to `decodeUrlState`.
 */

/** One word out of a list. */
export function urlWord<const Word extends string>(
  words: readonly [Word, ...Word[]],
  byDefault: NoInfer<Word>,
) {
  const message = ({ input }: { input?: unknown }) => `"${input}" is none of ${words.join(', ')}`;
  return z.enum(words, { error: message }).default(byDefault);
}

/** Words out of a list, separated by commas; `none` says that there shall be no word at all. */
export function urlWords<const Word extends string>(
  words: readonly [Word, ...Word[]],
  byDefault: NoInfer<Word>[],
) {
  const list = z.codec(z.string(), z.array(z.enum(words)), {
    decode: (text, context) => {
      const asked = text === 'none' ? [] : text.split(',');
      const unknown = asked.find((word) => !words.some((known) => known === word));
      if (unknown !== undefined) {
        context.issues.push({
          code: 'custom',
          input: text,
          message: `"${unknown}" is none of ${words.join(', ')}`,
        });
        return z.NEVER;
      }
      return words.filter((word) => asked.includes(word));
    },
    encode: (chosen) =>
      chosen.length === 0 ? 'none' : words.filter((word) => chosen.includes(word)).join(','),
  });
  return list.default(byDefault);
}

/** Any text. */
export function urlText(byDefault = '') {
  return z.string().default(byDefault);
}

/** Texts separated by commas, such as names; none is the default. */
export function urlTexts() {
  const list = z.codec(z.string(), z.array(z.string()), {
    decode: (text) => text.split(',').filter((part) => part !== ''),
    encode: (parts) => parts.join(','),
  });
  return list.default([]);
}

/** `true` or `false`. */
export function urlFlag(byDefault: boolean) {
  const flag = z.codec(z.enum(['true', 'false']), z.boolean(), {
    decode: (text) => text === 'true',
    encode: (value) => (value ? 'true' : 'false'),
  });
  return flag.default(byDefault);
}

/** A whole number within bounds. */
export function urlInteger({ min, max, byDefault }: { min: number; max: number; byDefault: number }) {
  const integer = z.codec(
    z.string().regex(/^-?\d{1,9}$/, 'is not a whole number'),
    z.int().min(min).max(max),
    {
      decode: (text) => Number(text),
      encode: (value) => String(value),
    },
  );
  return integer.default(byDefault);
}
