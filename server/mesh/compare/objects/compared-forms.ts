import type { ComparedObject } from '#lib/contract/compare-objects.ts';
import { manifestText } from '#server/mesh/objects/write-manifest.ts';
import { changedFields } from './changed-fields.ts';
import { type ComparableObject, comparableFields } from './comparable-objects.ts';
import { laidLines } from './laid-lines.ts';
import { isStatusField } from './status-fields.ts';

type Both = { was: ComparableObject | undefined; is: ComparableObject | undefined; shiftMs: number };

const mostFields = 200;

/** Both forms of an object: the fields that differ, what is wanted before what is reported, and its YAML line by line. */
export function comparedForms({
  was,
  is,
  shiftMs,
}: Both): Pick<ComparedObject, 'change' | 'fields' | 'moreFields' | 'lines'> {
  const before = was && comparableFields(was, shiftMs);
  const after = is && comparableFields(is, 0);
  const fields = before === undefined || after === undefined ? [] : changedFields(before, after);
  const wanted = fields.filter((field) => !isStatusField(field));
  const inOrder = [...wanted, ...fields.filter(isStatusField)];
  return {
    change: changeOf({ before, after, fieldCount: fields.length, wantedCount: wanted.length }),
    fields: inOrder.slice(0, mostFields),
    moreFields: Math.max(0, inOrder.length - mostFields),
    lines:
      fields.length === 0 && before !== undefined && after !== undefined
        ? []
        : laidLines(
            before === undefined ? '' : manifestText(before),
            after === undefined ? '' : manifestText(after),
          ),
  };
}

type Found = { before: unknown; after: unknown; fieldCount: number; wantedCount: number };

function changeOf({ before, after, fieldCount, wantedCount }: Found): ComparedObject['change'] {
  if (before === undefined) return 'added';
  if (after === undefined) return 'removed';
  if (fieldCount === 0) return 'same';
  return wantedCount === 0 ? 'statusOnly' : 'changed';
}
