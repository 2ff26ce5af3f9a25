import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { firstReaching } from './first-reaching.ts';
import { splitEvidence } from './split-evidence.ts';

const decisionLn = Math.log(100);
/** Looks come in steps, after 50 requests in the figures of the design: what is found, is found half a step later. */
const lookDelay = 25;

type Split = { configured: number; actual: number };

/**
 * How many requests it takes, in a portion of cases (0.5: half of them), until the evidence against the configured share of
 * one version is 100 to 1 while another share is the actual one; shares 0 to 1, the configured one between them. Undefined
 * where the shares are too near.
 *
 * The evidence grows by the Kullback-Leibler divergence of the shares for each request and strays from it as a sum of
 * independent terms does, so the time of its first crossing has an inverse Gaussian distribution; what the prior costs is
 * taken from the evidence of the expected counts. Within a tenth and one look of simulations.
 * Source: Wald, Sequential Analysis, 1947, appendix A.6; figures of peers.md section 3.2, step 4.
 */
export function requestsUntilEvidence(split: Split, portion: number): number | undefined {
  if (split.configured === split.actual) return undefined;
  const found = firstReaching((requests) => probabilityFound(split, requests) >= portion);
  return found === undefined ? undefined : found + lookDelay;
}

/** That the evidence has once sufficed within so many requests. */
function probabilityFound({ configured, actual }: Split, requests: number): number {
  const counts = [requests * actual, requests * (1 - actual)];
  const lacking = decisionLn - splitEvidence(counts, [configured, 1 - configured]);
  const deviation = logOddsDeviation({ configured, actual }) * Math.sqrt(requests);
  if (deviation === 0) return lacking <= 0 ? 1 : 0;
  const drift = requests * divergence({ configured, actual });
  const barrier = drift + lacking;
  const already = normalCdf(-lacking / deviation, 0, 1);
  const exponent = (2 * drift * barrier) / deviation ** 2;
  // Beyond, the other factor is 0 where this one is infinite: those that came back below the barrier are hardly any.
  if (exponent > 700) return already;
  return already + Math.exp(exponent) * normalCdf(-(drift + barrier) / deviation, 0, 1);
}

/** Kullback-Leibler divergence of the configured shares from the actual ones, for one request. */
function divergence({ configured, actual }: Split): number {
  return term(actual, configured) + term(1 - actual, 1 - configured);
}

function term(actual: number, configured: number): number {
  return actual === 0 ? 0 : actual * Math.log(actual / configured);
}

/** Standard deviation of what one request adds to the evidence. */
function logOddsDeviation({ configured, actual }: Split): number {
  if (actual === 0 || actual === 1) return 0;
  const logOdds = Math.log(actual / (1 - actual)) - Math.log(configured / (1 - configured));
  return Math.sqrt(actual * (1 - actual)) * Math.abs(logOdds);
}
