import type { Change } from '#lib/contract/drift.ts';
import type { ComparedSides } from './compared-sides.ts';
import { words } from './words.ts';

const shownChanges = 12;

type ChangeListProps = { changes: readonly Change[]; moreChanges: number; sides: ComparedSides };

/** The paths that differ with both values, the first of them: the whole of it is in the lines. */
export function ChangeList({ changes, moreChanges, sides }: ChangeListProps) {
  const rest = changes.length - shownChanges + moreChanges;
  return (
    <div className="overflow-x-auto border-b">
      <table aria-label={words.paths} className="mono w-full text-xs">
        <thead className="text-left text-ink-muted">
          <tr>
            <th scope="col" className="px-3 py-1 font-medium">
              {words.path}
            </th>
            <th scope="col" className="px-3 py-1 font-medium">
              {sides.own.title}
            </th>
            <th scope="col" className="px-3 py-1 font-medium">
              {sides.other.title}
            </th>
          </tr>
        </thead>
        <tbody>
          {changes.slice(0, shownChanges).map(({ path, left: one, right: other }) => (
            <tr key={path} className="align-top">
              <td className="px-3 py-0.5 wrap-anywhere">{path}</td>
              <td className="px-3 py-0.5 wrap-anywhere">{valueText(other)}</td>
              <td className="px-3 py-0.5 wrap-anywhere">{valueText(one)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && <p className="px-3 py-1 text-xs text-ink-muted">{words.moreFields(rest)}</p>}
    </div>
  );
}

function valueText(value: Change['left']): string {
  if (value === undefined) return words.missing;
  const text = JSON.stringify(value);
  return text.length <= 160 ? text : `${text.slice(0, 160)}…`;
}
