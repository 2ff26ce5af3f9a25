/** Below this many marked members the exact distribution is walked through, above the normal one is near enough. */
const exactUpTo = 32;

/**
 * How many of the `marked` members of a block fall into its left half: hypergeometric, drawn from one uniform number.
 * `half` is the size of each half.
 */
export function markedInLeftHalf(input: { half: number; marked: number; draw: number }): number {
  const { half, marked, draw } = input;
  // The unmarked are just as random: work with the rarer kind.
  if (marked > half) return half - markedInLeftHalf({ half, marked: 2 * half - marked, draw: 1 - draw });
  if (marked === 0) return 0;
  return marked <= exactUpTo ? exactSplit(half, marked, draw) : normalSplit(half, marked, draw);
}

function exactSplit(half: number, marked: number, draw: number): number {
  let chance = 1;
  for (let index = 0; index < marked; index++) chance *= (half - index) / (2 * half - index);
  let cumulative = chance;
  let left = 0;
  while (cumulative < draw && left < marked) {
    chance *= ((marked - left) * (half - left)) / ((left + 1) * (half - marked + left + 1));
    cumulative += chance;
    left += 1;
  }
  return left;
}

function normalSplit(half: number, marked: number, draw: number): number {
  const variance = (marked * (2 * half - marked)) / (4 * (2 * half - 1));
  const left = Math.round(marked / 2 + normalQuantile(draw) * Math.sqrt(variance));
  return Math.min(Math.max(left, 0), marked);
}

/** Inverse of the standard normal distribution (Abramowitz and Stegun 26.2.23, error below 0.00045). */
export function normalQuantile(probability: number): number {
  if (probability > 0.5) return -normalQuantile(1 - probability);
  const t = Math.sqrt(-2 * Math.log(probability));
  const numerator = 2.515517 + t * (0.802853 + t * 0.010328);
  const denominator = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  return numerator / denominator - t;
}
