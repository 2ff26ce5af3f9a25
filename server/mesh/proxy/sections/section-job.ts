import type { ProxyDump } from '#server/mesh/proxy/dump/dump.ts';
import { openDump } from '#server/mesh/proxy/dump/open-dump.ts';
import type { DumpReading } from '#server/mesh/proxy/dump/read-dump.ts';
import type { DumpJob } from '#server/mesh/proxy/dump-job.ts';
import type { Origin } from '#server/mesh/proxy/links/origin.ts';
import type { SectionRows } from './section-rows.ts';
import { withUniqueIds } from './unique-ids.ts';

/** `nowMs` is the wall clock, `shiftMs` what is added to every time inside the dump. Epoch milliseconds. */
export type SectionParameters = { nowMs: number; shiftMs: number };

/** A row with what its links are found from. */
export type SectionEntry<Row> = { row: Omit<Row, 'links'>; origin: Origin };

type SectionReader<Row> = {
  name: `section-${string}`;
  reads: DumpReading['sections'];
  /** `extra` is the answer beside the dump, for sections that are read from two. */
  entriesOf(
    dump: ProxyDump,
    parameters: SectionParameters,
    extra: Uint8Array | undefined,
  ): { entries: SectionEntry<Row>[]; problems?: string[] };
};

/** Rows of a section, out of its own part of a dump or out of all of it. */
export type SectionJob<Row> = DumpJob<SectionParameters, SectionRows<Row>> & {
  rowsOf(dump: ProxyDump, parameters: SectionParameters, extra?: Uint8Array): SectionRows<Row>;
};

/** The job of one section: opens the dump and gives rows with unique ids, their origins and what is no row. */
export function sectionJob<Row extends { id: string }>({
  name,
  reads,
  entriesOf,
}: SectionReader<Row>): SectionJob<Row> {
  const rowsOf: SectionJob<Row>['rowsOf'] = (dump, parameters, extra) => {
    const { entries, problems = [] } = entriesOf(dump, parameters, extra);
    return {
      rows: withUniqueIds(entries.map(({ row }) => row)),
      origins: entries.map(({ origin }) => origin),
      unknown: [...dump.unknown],
      problems: [...dump.problems, ...problems],
    };
  };
  return {
    name,
    rowsOf,
    run: ([bytes = new Uint8Array(), extra], parameters) =>
      rowsOf(openDump(bytes, { sections: reads }), parameters, extra),
  };
}
