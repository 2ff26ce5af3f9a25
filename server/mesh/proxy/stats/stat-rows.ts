import type { StatRow } from '#lib/contract/proxy-stats.ts';
import { redactText } from '#lib/redact/redact-text.ts';
import { familyOf } from './families.ts';
import type { Stat } from './fold-samples.ts';
import type { StatNote } from './notes/stat-note.ts';
import { statNotes } from './stat-notes.ts';

/** Rows out of statistics, each with what is known about it. */
export function statRows(stats: readonly Stat[]): StatRow[] {
  return stats.map(rowOf);
}

function rowOf({ name, labels, type, value, histogram }: Stat): StatRow {
  const { id: family, subject: subjectLabel } = familyOf(name);
  const { [subjectLabel ?? '']: subject, ...others } = labels;
  const note = statNotes.get(name);
  const number = finite(value);
  return {
    id: `${name}${redactText(JSON.stringify(labels))}`,
    family,
    name,
    subject: subject === undefined ? undefined : redactText(subject),
    labels: Object.fromEntries(Object.entries(others).map(([label, text]) => [label, redactText(text)])),
    type,
    value: number,
    histogram,
    unit: note?.unit ?? unitOf(name),
    explanation: note?.text,
    attention: number === undefined ? undefined : attentionOf(number, note),
  };
}

/** JSON has no word for what is infinite or no number; a value that is none is left out. */
function finite(value: number | undefined): number | undefined {
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}

function attentionOf(value: number, note: StatNote | undefined): StatRow['attention'] {
  const { above, below } = note ?? {};
  if (above !== undefined && value > above.limit)
    return { status: above.status, rule: `above ${above.limit}` };
  if (below !== undefined && value < below.limit)
    return { status: below.status, rule: `below ${below.limit}` };
  return undefined;
}

const units: readonly [RegExp, StatRow['unit']][] = [
  [/_(ms|milliseconds)$/, 'ms'],
  [/_bytes(_total|_buffered)?$/, 'bytes'],
  [/_seconds(_total)?$/, 'seconds'],
];

function unitOf(name: string): StatRow['unit'] {
  return units.find(([ending]) => ending.test(name))?.[1];
}
