import type { ReactNode } from 'react';

type PlainTableProps = { label: string; heads: readonly string[]; rows: readonly PlainRow[] };
type PlainRow = { key: string; cells: readonly ReactNode[] };

/** A short table of whole texts, which may take several lines. */
export function PlainTable({ label, heads, rows }: PlainTableProps) {
  return (
    <table aria-label={label} className="w-full min-w-[640px] border-collapse">
      <thead>
        <tr className="border-b text-left text-xs text-ink-muted">
          {heads.map((head) => (
            <th key={head} className="h-7 px-2 font-medium whitespace-nowrap first:pl-4 last:pr-4">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key} className="border-b align-top last:border-b-0">
            {cells.map((cell, column) => (
              <td key={heads[column]} className="px-2 py-1.5 first:pl-4 last:pr-4">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
