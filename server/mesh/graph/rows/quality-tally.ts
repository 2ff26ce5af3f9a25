import type { GraphQuality } from '#lib/contract/graph.ts';
import { type QualityCode, qualitySentence } from './quality-messages.ts';

export type QualityTally = {
  /** Counts one more occurrence; the smallest example is kept, so that the order of series does not matter. */
  note(code: QualityCode, example?: string): void;
  list(): GraphQuality[];
};

export function createQualityTally(): QualityTally {
  const entries = new Map<QualityCode, { count: number; example: string | undefined }>();
  return {
    note(code, example) {
      const entry = entries.get(code);
      if (entry === undefined) entries.set(code, { count: 1, example });
      else {
        entry.count += 1;
        if (example !== undefined && (entry.example === undefined || example < entry.example))
          entry.example = example;
      }
    },
    list() {
      return [...entries]
        .sort(([left], [right]) => (left < right ? -1 : 1))
        .map(([code, { count, example }]) => ({
          code,
          message: qualitySentence(code, count),
          count,
          ...(example === undefined ? {} : { example }),
        }));
    },
  };
}
