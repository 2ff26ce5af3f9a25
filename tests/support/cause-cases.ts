import { expect, test } from 'vitest';
import type { CanaryCause } from '#lib/contract/canary-cause.ts';
import type { Split } from '#server/mesh/canary/split.ts';
import { causesIn, type MadeCase } from '#tests/support/made-causes.ts';
import { madeSplit } from '#tests/support/made-split.ts';

/** What one class of causes makes of a case: a cause, a figure that rules it out, or nothing at all. */
type Expected = {
  confidence?: CanaryCause['confidence'];
  text?: RegExp;
  /** All of them, a line each: `Envoy: v1 1, v2 1`. */
  facts?: RegExp;
  ruledOut?: string;
};
type CauseCase = [name: string, made: MadeCase, expected: Expected];

/** No class has anything to say. */
export const nothing: Expected = {};
/** Half of all requests to each, where 3:1 is configured. */
export const half = { 'shop/web': [50, 50] };

const anything = /^/;

/** One test for each case of a class. */
export function testCause(id: CanaryCause['id'], cases: readonly CauseCase[]): void {
  test.each(cases)('%s', (_, made, expected) => {
    const { causes, ruledOut } = causesIn(made);
    const cause = causes.find((one) => one.id === id);
    const out = ruledOut.find((one) => one.id === id);
    expect([cause?.confidence, out && plain(out.text)]).toEqual([expected.confidence, expected.ruledOut]);
    expect(plain(cause?.text ?? '')).toMatch(expected.text ?? anything);
    expect(factLines(cause?.facts ?? []).join('\n')).toMatch(expected.facts ?? anything);
  });
}

/** Spaces between numbers and their units do not break; here they are like any other. */
export function plain(text: string): string {
  return text.replace(/\s/g, ' ');
}

export function factLines(facts: CanaryCause['facts']): string[] {
  return facts.map(({ label, text }) => `${label}: ${plain(text)}`);
}

/** Backends that are Services of their own, as an HTTPRoute has them. */
export function backendSplit(more: Partial<Split> = {}): Split {
  const split = madeSplit({ v1: 3, v2: 1 }, more);
  return {
    ...split,
    versions: split.versions.map((version) => ({
      ...version,
      host: `catalog-${version.name}.shop.svc.cluster.local`,
      service: { namespace: 'shop', name: `catalog-${version.name}` },
    })),
  };
}

/** A split of which something is odd. */
export function splitWithProblem(id: string): Split {
  return madeSplit({ v1: 3, v2: 1 }, { problems: [{ id, text: 'What is odd.' }] });
}
