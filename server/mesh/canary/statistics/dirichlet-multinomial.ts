import gammaln from '@stdlib/math-base-special-gammaln';
import { sum } from './sum.ts';

type Drawn = {
  /** How often each came. */
  counts: readonly number[];
  /** Dirichlet parameters of what is expected instead of the shares, all positive. */
  concentration: readonly number[];
  /** Shares that are put to the test, all positive, sum 1. */
  shares: readonly number[];
};

/**
 * Natural logarithm of how much more probable counts are if shares are drawn from a Dirichlet distribution than if they are
 * the given ones; multinomial coefficients cancel out. All three of the same length. Source: Lindon & Malek, "Anytime-Valid
 * Inference for Multinomial Count Data", NeurIPS 2022 (arXiv 2011.03567); peers.md section 3.2.
 */
export function dirichletMultinomial({ counts, concentration, shares }: Drawn): number {
  const total = sum(counts);
  const expected = sum(concentration);
  return counts.reduce(
    (evidence, count, index) => {
      const own = concentration[index] ?? 0;
      return evidence + gammaln(own + count) - gammaln(own) - count * Math.log(shares[index] ?? 0);
    },
    gammaln(expected) - gammaln(expected + total),
  );
}
