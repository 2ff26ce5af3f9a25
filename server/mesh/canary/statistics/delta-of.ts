/**
 * What an observed share may differ by before it matters: 2 points or a fifth of the weight, whichever is more, but never
 * more than half of the weight. In and out 0 to 1. Source: decisions.md, Canary.
 */
export function deltaOf(weightShare: number): number {
  return Math.min(Math.max(0.02, 0.2 * weightShare), 0.5 * weightShare);
}
