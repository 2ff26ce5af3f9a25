/** Evidence of 100 to 1, alpha 0.01: it may be looked at as often as one likes (Lindon & Malek, NeurIPS 2022). */
export const decisionLog10 = 2;
