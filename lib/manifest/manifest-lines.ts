import type { ManifestPlace, ObjectManifest } from '#lib/contract/object-manifest.ts';

/** One line of a manifest, ready to be drawn. */
export type ManifestLine = {
  /** From 1. */
  number: number;
  text: string;
  /** The outermost field or item that begins here; absent on the further lines of a long text. */
  place?: ManifestPlace;
  /** The innermost that begins here and goes on below: what folds. */
  fold?: ManifestPlace;
};

/** The lines of a manifest with what begins on each. */
export function manifestLines({ yaml, places }: ObjectManifest): ManifestLine[] {
  const beginning = Map.groupBy(places, ({ from }) => from);
  return yaml
    .replace(/\n$/, '')
    .split('\n')
    .map((text, index) => {
      const number = index + 1;
      const own = beginning.get(number) ?? [];
      const [place] = own;
      const fold = own.find(({ to }) => to > number);
      return { number, text, ...(place && { place }), ...(fold && { fold }) };
    });
}

/** The lines that are left when what is folded up is left out. */
export function unfoldedLines(lines: readonly ManifestLine[], folded: ReadonlySet<string>): ManifestLine[] {
  let hiddenTo = 0;
  return lines.filter(({ number, fold }) => {
    if (number <= hiddenTo) return false;
    if (fold !== undefined && folded.has(fold.path)) hiddenTo = fold.to;
    return true;
  });
}

export type LineParts = { indent: string; key: string; value: string };

/** What a line is made of; a line of a long text is all value. */
export function lineParts({ text, place }: ManifestLine): LineParts {
  const [, indent = '', key = '', value = ''] =
    /^(\s*(?:- )*)([^\s:'"[{][^:]*:|"(?:[^"\\]|\\.)*":|)(.*)$/.exec(text) ?? [];
  return place === undefined ? { indent: '', key: '', value: text } : { indent, key, value };
}
