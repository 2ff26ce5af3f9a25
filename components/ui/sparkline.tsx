type Point = { at: number; value: number | undefined };

type SparklineProps = {
  /** Oldest first; gaps where a value is not known. */
  points: readonly Point[];
  /** A CSS colour, for instance `var(--mark-tcp)`. */
  color: string;
  width?: number;
  height?: number;
  /** What a screen reader says instead of the drawing; without it the drawing is decoration. */
  label?: string;
};

/** A line of recent values with a faint fill down to zero, which is always the bottom. */
export function Sparkline({ points, color, width = 72, height = 18, label }: SparklineProps) {
  const runs = unbrokenRuns(points, { width, height });
  const drawing = (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} className="block" aria-hidden>
      {runs.map((run) => (
        <g key={run.fill}>
          <path d={run.fill} fill={color} opacity={0.14} />
          <path d={run.line} fill="none" stroke={color} strokeWidth={1.25} strokeLinejoin="round" />
        </g>
      ))}
    </svg>
  );
  if (label === undefined) return drawing;
  return (
    <span role="img" aria-label={label} title={label} className="inline-block">
      {drawing}
    </span>
  );
}

function unbrokenRuns(points: readonly Point[], { width, height }: { width: number; height: number }) {
  const known = points.flatMap((point) => (point.value === undefined ? [] : [point.value]));
  const largest = Math.max(...known, 0);
  const first = points[0]?.at ?? 0;
  const span = Math.max(1, (points.at(-1)?.at ?? 0) - first);
  const x = (at: number) => 1 + ((at - first) / span) * (width - 2);
  const y = (value: number) => height - 1 - (largest === 0 ? 0 : value / largest) * (height - 3);
  const runs: { x: number; y: number }[][] = [];
  let current: { x: number; y: number }[] = [];
  for (const point of points) {
    if (point.value === undefined) {
      current = [];
      continue;
    }
    if (current.length === 0) runs.push(current);
    current.push({ x: x(point.at), y: y(point.value) });
  }
  return runs.map((run) => {
    const line = run
      .map((dot, index) => `${index === 0 ? 'M' : 'L'}${dot.x.toFixed(1)} ${dot.y.toFixed(1)}`)
      .join('');
    const start = run[0]?.x.toFixed(1) ?? '0';
    const end = run.at(-1)?.x.toFixed(1) ?? '0';
    return { line, fill: `${line}L${end} ${height}L${start} ${height}Z` };
  });
}
