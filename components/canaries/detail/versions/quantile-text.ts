import { formatMs, formatMsFigure } from '#lib/format-ms.ts';

/** Between two bounds of buckets, in the larger bound's unit: `25 – 50 ms`; above the last bucket `> 10.0 s`. */
export function quantileText({ fromMs, toMs }: { fromMs: number; toMs?: number | undefined }): string {
  if (toMs === undefined) return `> ${formatMs(fromMs)}`;
  return `${toMs < 1000 ? formatMsFigure(fromMs) : formatMs(fromMs)} – ${formatMs(toMs)}`;
}
