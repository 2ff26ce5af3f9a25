/** Does the work for each item, so many at the same time; the results stand in the order of the items. Throws what the work throws. */
export async function atOnce<Item, Result>(
  items: readonly Item[],
  count: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  const workOn = async (): Promise<void> => {
    // All of them draw from the same iterator.
    for (const [index, item] of waiting) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: count }, workOn));
  return results;
}
