import { dirichletMultinomial } from './dirichlet-multinomial.ts';
import { usableCount } from './usable-count.ts';

/**
 * Natural logarithm of the Bayes factor that speaks against the configured shares: at ln(100) the odds are 100 to 1, and
 * 1 / factor is a p-value that holds however often one looks. The Dirichlet prior is centred on the shares and as strong as
 * one request per version (its parameters sum to their number).
 *
 * Only versions of a positive share take part, shares are normalised over them: requests to the others are a matter of
 * their own. With fewer than two nothing can be tested, the answer is 0. Counts may be fractions: of over-dispersed
 * requests fewer are independent, so they are divided by the dispersion first.
 *
 * Source: Lindon & Malek, NeurIPS 2022; peers.md section 3.2.
 */
export function splitEvidence(counts: readonly number[], shares: readonly number[]): number {
  const positive = shares.flatMap((share, version) => (usableCount(share) > 0 ? [{ share, version }] : []));
  if (positive.length < 2) return 0;
  const whole = positive.reduce((sum, { share }) => sum + share, 0);
  const tested = positive.map(({ share }) => share / whole);
  return dirichletMultinomial({
    counts: positive.map(({ version }) => usableCount(counts[version])),
    concentration: tested.map((share) => share * positive.length),
    shares: tested,
  });
}
