import type { WaterfallRow } from './waterfall-rows.ts';

/** Keys of the spans that hold a text in their service, operation, id, words or attributes, in order; any case. */
export function searchSpans(rows: readonly WaterfallRow[], text: string): string[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  return rows
    .filter(({ span }) => textsOf(span).some((held) => held.toLowerCase().includes(wanted)))
    .map(keyOf);
}

function textsOf({ service, operation, spanId, story, attributes }: WaterfallRow['span']): string[] {
  const pairs = Object.entries(attributes).map(([key, value]) => `${key}=${value}`);
  return [service, operation, spanId, story.text, ...pairs];
}

function keyOf({ key }: WaterfallRow): string {
  return key;
}
