/** How recharts writes along the axes. */
export const axisText = { fontSize: 10.5, fontFamily: 'var(--font-mono)', fill: 'var(--ink-muted)' };
