import { LineMark } from '#components/ui/chart/line-mark.tsx';
import { latestOf } from './chart-rows.ts';
import type { DrawnLine } from './drawn-lines.ts';
import { words } from './words.ts';

type ChartTableProps = { lines: readonly DrawnLine[]; format: (value: number) => string };

/** The lines of one chart in figures. */
export function ChartTable({ lines, format }: ChartTableProps) {
  const text = (value: number | undefined) => (value === undefined ? words.gap : format(value));
  const highest = ({ line }: DrawnLine) => {
    const values = line.points.flatMap((value) => value ?? []);
    return values.length === 0 ? undefined : Math.max(...values);
  };
  return (
    <div className="mt-2 overflow-x-auto">
      <table className="w-full max-w-3xl">
        <thead>
          <tr className="h-7 border-b text-left text-xs text-ink-muted">
            <th className="font-medium">{words.line}</th>
            {[words.overall, words.highest, words.latest].map((head) => (
              <th key={head} className="pl-4 text-right font-medium">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key} className="h-7 border-b last:border-b-0">
              <td>
                <span className="flex items-center gap-2">
                  <LineMark {...line.look} />
                  {line.title}
                </span>
              </td>
              <td className="figure pl-4">{text(line.line.overall)}</td>
              <td className="figure pl-4">{text(highest(line))}</td>
              <td className="figure pl-4">{text(latestOf(line.line))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
