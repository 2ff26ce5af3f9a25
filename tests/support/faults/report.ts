import type { Tried } from './try-fault.ts';

/** The figures, as a table. */
export function reportOf(tried: readonly Tried[]): string {
  const rows = tried.map(
    ({ fault, pageCount, unusable, toldCount, refusedCount, slowestSeconds, healedSeconds }) => [
      `${fault.source}: ${fault.name}`,
      String(pageCount),
      String(pageCount - unusable.length),
      String(toldCount),
      String(refusedCount),
      slowestSeconds.toFixed(1),
      healedSeconds.toFixed(1),
    ],
  );
  const table = [['fault', 'pages', 'usable', 'told', 'refused', 'slowest s', 'healed s'], ...rows];
  const widths =
    table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = table.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
  const pageCount = tried.reduce((sum, one) => sum + one.pageCount, 0);
  const unusableCount = tried.reduce((sum, one) => sum + one.unusable.length, 0);
  const healed = tried.map(({ healedSeconds }) => healedSeconds).sort((one, other) => one - other);
  const median = healed[Math.floor(healed.length / 2)] ?? 0;
  return [
    ...lines,
    `${tried.length} faults, ${pageCount - unusableCount} of ${pageCount} pages usable, healed within ${median.toFixed(1)} s (median), ${(healed.at(-1) ?? 0).toFixed(1)} s (longest)`,
  ].join('\n');
}

/** One fault, while the others are still to come. */
export function lineOf({ fault, unusable, status, healedSeconds, slowestSeconds }: Tried): string {
  const figures = `slowest ${slowestSeconds.toFixed(1)} s, healed in ${healedSeconds.toFixed(1)} s`;
  return [
    `${fault.source}: ${fault.name}: ${figures}; ${status ?? 'no word in the status'}`,
    ...unusable,
  ].join('\n  ');
}
