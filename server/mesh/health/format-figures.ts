/** `4.2 %`, `25 %`; what is not 0 never reads as 0, and what is not all never reads as 100. */
export function formatShare(share: number): string {
  if (share > 0 && share < 0.001) return 'less than 0.1 %';
  if (share < 1 && share > 0.999) return 'more than 99.9 %';
  const percent = Math.round(share * 1000) / 10;
  return `${percent} %`;
}

/** Three significant digits: `0.0083`, `12.5`, `1430`. */
export function formatFigure(value: number): string {
  return String(value >= 100 ? Math.round(value) : Number(value.toPrecision(3)));
}
