import type { ComparedResource } from '#lib/contract/compare-proxies.ts';
import type { CompareChange, ComparedLine } from '#lib/contract/compare-sides.ts';
import type { DifferenceLine, ResourceDifference } from '#lib/contract/drift.ts';

const changes: Record<ResourceDifference['kind'], CompareChange> = {
  onlyLeft: 'removed',
  onlyRight: 'added',
  changed: 'changed',
};

/** A difference of drift's comparison in the words of time: what was on the left is the earlier form. */
export function comparedResource(difference: ResourceDifference): ComparedResource {
  const { section, name, kind, changes: fields, moreChanges, lines, notes } = difference;
  return {
    section,
    name,
    change: changes[kind],
    fields: fields.map(({ path, left, right }) => ({
      path,
      ...(left === undefined ? {} : { before: left }),
      ...(right === undefined ? {} : { after: right }),
    })),
    moreFields: moreChanges,
    lines: earlierFirst(lines),
    notes,
  };
}

const marks: Record<DifferenceLine['mark'], ComparedLine['mark']> = {
  same: 'same',
  left: 'before',
  right: 'after',
  fold: 'fold',
};

/** Drift tells the right form first; what was stands before what is. */
function earlierFirst(lines: readonly DifferenceLine[]): ComparedLine[] {
  const ordered: ComparedLine[] = [];
  let later: ComparedLine[] = [];
  let earlier: ComparedLine[] = [];
  const flush = () => {
    ordered.push(...earlier, ...later);
    [earlier, later] = [[], []];
  };
  for (const { mark, text } of lines) {
    const line: ComparedLine = { mark: marks[mark], text };
    if (mark === 'right') {
      // A new change begins: the one before has both its forms.
      if (earlier.length > 0) flush();
      later.push(line);
    } else if (mark === 'left') earlier.push(line);
    else {
      flush();
      ordered.push(line);
    }
  }
  flush();
  return ordered;
}
