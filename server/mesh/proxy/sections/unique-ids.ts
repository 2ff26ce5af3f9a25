/** The same rows; of those that share an id the second becomes `id~2` and so on, in their order. */
export function withUniqueIds<Row extends { id: string }>(rows: readonly Row[]): Row[] {
  const taken = new Set(rows.map(({ id }) => id));
  const timesSeen = new Map<string, number>();
  return rows.map((row) => {
    let count = (timesSeen.get(row.id) ?? 0) + 1;
    if (count > 1) while (taken.has(`${row.id}~${count}`)) count++;
    timesSeen.set(row.id, count);
    return count === 1 ? row : { ...row, id: `${row.id}~${count}` };
  });
}
