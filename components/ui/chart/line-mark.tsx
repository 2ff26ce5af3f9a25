/** `dash` as SVG writes it. */
export type LineLook = { color: string; dash: string | undefined };

/** A piece of a line, as legends and tooltips show it. */
export function LineMark({ color, dash }: LineLook) {
  return (
    <svg width={16} height={8} aria-hidden className="shrink-0">
      <path d="M0 4H16" stroke={color} strokeWidth={2} strokeDasharray={dash} />
    </svg>
  );
}
