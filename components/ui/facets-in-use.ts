type AnyFacet<Id, Row> = {
  id: Id;
  read: (row: Row) => string | readonly string[];
  /** Left out where all rows have the same value. */
  isOnlyForSeveral?: boolean;
};

/** The facets whose menus are offered: those that tell these rows apart, and those of which something is chosen. */
export function facetsInUse<Id extends string, Row, Facet extends AnyFacet<Id, Row>>(
  facets: readonly (Facet & AnyFacet<Id, Row>)[],
  { rows, chosen }: { rows: readonly Row[]; chosen: Readonly<Record<Id, readonly string[]>> },
): Facet[] {
  return facets.filter(
    ({ id, read, isOnlyForSeveral = false }) =>
      !isOnlyForSeveral || chosen[id].length > 0 || new Set(rows.flatMap(read)).size > 1,
  );
}
