import type { LoadFigures } from './load.ts';

const rounded = <Row extends object>(row: Row) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'number' ? Math.round(value) : value]),
  );

/** The figures of a load, as tables. */
export function printLoad({
  requests,
  errors,
  unchanged,
  megabytes,
  pages,
  memory,
  store,
}: LoadFigures): void {
  console.log(
    `${requests} requests, ${errors.length} errors, ${unchanged} answered 304, ${Math.round(megabytes)} MB sent`,
  );
  for (const error of errors.slice(0, 10)) console.log(`  ${error}`);
  console.table(pages.map(rounded));
  console.log('Vigla: least memory in each part of the run, longest delay of its event loop (p99)');
  console.table(memory.map(rounded));
  console.log(
    `store: ${store.questions} questions, ${store.distinct} distinct, at most ${store.mostAtOnce} at once, ` +
      `at most ${store.mostAtOnceOfOne} of one at once`,
  );
}
