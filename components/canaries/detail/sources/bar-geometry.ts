/** A part of a bar, both ends 0 to 1. */
export type Part = { from: number; to: number };
export type Segment = Part & { version: number };

export type BarGeometry = {
  /** The chosen version's first, so that it begins where its figure does; versions without a share have none. */
  segments: Segment[];
  /** Between the chosen version's configured share and the one that is drawn; absent where they are the same. */
  difference?: Part;
};

type Bar = {
  /** By version, 0 to 1. */
  shares: readonly number[];
  chosen: number;
  /** The chosen version's share by configuration. */
  configured: number;
};

/** Where the parts of a split's bar lie. Shares that do not add up to 1 leave a gap at its end, or are cut there. */
export function barGeometry({ shares, chosen, configured }: Bar): BarGeometry {
  const order = [chosen, ...shares.map((_, version) => version).filter((version) => version !== chosen)];
  let from = 0;
  const segments = order.flatMap((version) => {
    const to = Math.min(1, from + Math.max(0, shares[version] ?? 0));
    const segment = { version, from, to };
    from = to;
    return segment.to > segment.from ? [segment] : [];
  });
  const drawn = shares[chosen] ?? 0;
  const [low, high] = [Math.min(drawn, configured), Math.max(drawn, configured)];
  return { segments, ...(low < high && { difference: { from: low, to: high } }) };
}
