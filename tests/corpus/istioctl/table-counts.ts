import type { Comparison } from './compare-tables.ts';

/** How many rows of which tables were compared, and what came of it: printed, so that a reader sees what a test held. */
export class TableCounts {
  #byName = new Map<
    string,
    { tables: number; found: number; deliberate: number; missing: number; extra: number }
  >();
  #reasons = new Map<string, number>();

  add(name: string, { found, deliberate, missing, extra }: Comparison): void {
    const sum = this.#byName.get(name) ?? { tables: 0, found: 0, deliberate: 0, missing: 0, extra: 0 };
    this.#byName.set(name, {
      tables: sum.tables + 1,
      found: sum.found + found,
      deliberate: sum.deliberate + deliberate.length,
      missing: sum.missing + missing.length,
      extra: sum.extra + extra.length,
    });
    for (const reason of deliberate) this.#reasons.set(reason, (this.#reasons.get(reason) ?? 0) + 1);
  }

  print(title: string): void {
    for (const [name, { tables, found, deliberate, missing, extra }] of this.#byName)
      console.log(
        `${title}, ${name}: ${tables} tables, ${found} rows found, ${deliberate} deliberately other, ${missing} missing, ${extra} extra`,
      );
    for (const [reason, count] of this.#reasons) console.log(`${title}, ${count} rows: ${reason}`);
  }
}
