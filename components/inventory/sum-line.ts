import type { StatusId } from '#components/ui/health-looks.ts';
import { formatQuantity } from '#lib/format-count.ts';
import type { ListDefinition } from './list-definition.ts';

const said: readonly { status: StatusId; word: string }[] = [
  { status: 'failing', word: 'failing' },
  { status: 'degraded', word: 'degraded' },
  { status: 'unknown', word: 'unknown' },
];

/** `41 workloads, 3 failing, 1 degraded` */
export function sumLine<Row>(
  rows: readonly Row[],
  { noun, statusOf }: Pick<ListDefinition<Row>, 'noun' | 'statusOf'>,
): string {
  const counts = said.flatMap(({ status, word }) => {
    const count = rows.filter((row) => statusOf(row) === status).length;
    return count === 0 ? [] : [`${count} ${word}`];
  });
  return [formatQuantity(rows.length, noun.one, noun.many), ...counts].join(', ');
}
