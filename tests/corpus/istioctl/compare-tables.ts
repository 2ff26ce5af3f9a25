import { type Cells, deliberate, ownExtras } from './deliberate.ts';
import { type Input, ownTables } from './own-tables.ts';
import type { Table } from './read-table.ts';

/** `deliberate` has the reason of each row that is there, but says something else on purpose. */
export type Comparison = { found: number; deliberate: string[]; missing: string[]; extra: string[] };

/** Which of our tables a table of istioctl is, by a column that no other has. */
const kinds = [
  { column: 'DESTINATION RULE', kind: 'clusters' },
  { column: 'DESTINATION', kind: 'listeners' },
  { column: 'VHOST NAME', kind: 'routes' },
  { column: 'OUTLIER CHECK', kind: 'endpoints' },
  { column: 'SERIAL NUMBER', kind: 'secrets' },
  { column: 'ECDS NAME', kind: 'ecds' },
  { column: 'LOCALITY', kind: 'eds' },
] as const;

export function kindOf({ columns }: Table): string {
  const found = kinds.find(({ column }) => columns.includes(column));
  if (found === undefined) throw new Error(`No table of ours has the columns ${columns.join(', ')}`);
  return found.kind;
}

/** Rows as sets with repetition: the order among route tables and chains is ours. */
export function compareTable(expected: Table, input: Input): Comparison {
  const kind = kindOf(expected);
  const own = ownTables[kind];
  if (own === undefined) throw new Error('There is no such table');
  const print = (cells: Cells) => expected.columns.map((column) => cells[column]).join(' | ');
  const rows = own.rows(input);
  const ours = rows.map(print);
  const take = (cells: Cells) => {
    const at = ours.indexOf(print(cells));
    if (at !== -1) ours.splice(at, 1);
    return at !== -1;
  };
  const result: Comparison = { found: 0, deliberate: [], missing: [], extra: ours };
  for (const row of expected.rows) {
    const cells = cellsOf(expected.columns, row, own.prefix);
    const rule = deliberate.find(({ kinds: which, instead }) => {
      const changed = which.includes(kind) ? instead(cells) : undefined;
      return changed !== undefined && take(changed);
    });
    if (rule !== undefined) result.deliberate.push(rule.reason);
    else if (take(cells)) result.found += 1;
    else result.missing.push(print(cells));
  }
  return withoutExplained(result, { kind, rows, print });
}

type Own = { kind: string; rows: readonly Cells[]; print: (cells: Cells) => string };

function withoutExplained(result: Comparison, { kind, rows, print }: Own): Comparison {
  const explained = result.extra.flatMap((row) => {
    const cells = rows.find((candidate) => print(candidate) === row) ?? {};
    const rule = ownExtras.find(({ kinds: which, covers }) => which.includes(kind) && covers(cells));
    return rule === undefined ? [] : [{ row, reason: rule.reason }];
  });
  const extra = [...result.extra];
  for (const { row } of explained) extra.splice(extra.indexOf(row), 1);
  return { ...result, extra, deliberate: [...result.deliberate, ...explained.map(({ reason }) => reason)] };
}

/** `proxy-config all` writes the kind before each name. */
function cellsOf(columns: readonly string[], row: readonly string[], prefix: string): Cells {
  const [first = '', ...rest] = row;
  const named = first.startsWith(prefix) ? first.slice(prefix.length) : first;
  return Object.fromEntries([named, ...rest].map((cell, index) => [columns[index] ?? '', cell]));
}
