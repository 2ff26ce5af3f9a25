/** Three or four round values from 0 to one that no line passes. `most` is the end of what can be, such as 1 of shares. */
export function axisTicks(highest: number, most = Number.POSITIVE_INFINITY): number[] {
  if (highest <= 0) return [0, Math.min(1, most)];
  const rough = highest / 2.5;
  const unit = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => rough <= factor * unit * 1.0001) ?? 10) * unit;
  const count = Math.ceil(highest / step - 1e-9);
  const ticks = Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
  return ticks.some((tick) => tick > most) ? [...ticks.filter((tick) => tick < most), most] : ticks;
}
