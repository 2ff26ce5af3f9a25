import { formatNumber, notKnown, unitSpace } from './format-number.ts';

const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;

/** A size in decimal units (1 kB = 1000 B) with two or three digits: `512 B`, `4.1 kB`, `22 kB`. */
export function formatBytes(bytes: number | undefined): string {
  if (bytes === undefined) return notKnown;
  let size = bytes;
  let unit: string = units[0];
  for (const larger of units.slice(1)) {
    if (Math.abs(size) < 999.5) break;
    size /= 1000;
    unit = larger;
  }
  const decimals = size !== 0 && Math.abs(size) < 9.95 ? 1 : 0;
  return `${formatNumber(size, decimals)}${unitSpace}${unit}`;
}

/** A throughput: `4.1 kB/s`. */
export function formatBytesPerSecond(bytesPerSecond: number | undefined): string {
  return bytesPerSecond === undefined ? notKnown : `${formatBytes(bytesPerSecond)}/s`;
}
