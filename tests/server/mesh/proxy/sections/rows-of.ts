import type { DumpJob } from '#server/mesh/proxy/dump-job.ts';
import type { SectionParameters } from '#server/mesh/proxy/sections/section-job.ts';
import type { SectionRows } from '#server/mesh/proxy/sections/section-rows.ts';
import { dumpOf } from '#tests/support/made-dump.ts';

type Section<Row> = DumpJob<SectionParameters, SectionRows<Row>>;
type Part = Parameters<typeof dumpOf>[0];

/** The rows of a section of a dump with one part. */
export function rowsOf<Row>(job: Section<Row>, part: Part, parameters: Partial<SectionParameters> = {}) {
  return job.run([dumpOf(part)], { nowMs: 0, shiftMs: 0, ...parameters }).rows;
}

/** The first row and its origin of a section of a dump with one part. */
export function firstOf<Row>(job: Section<Row>, part: Part) {
  const { rows, origins } = job.run([dumpOf(part)], { nowMs: 0, shiftMs: 0 });
  const [row] = rows;
  const [origin] = origins;
  if (row === undefined || origin === undefined) throw new Error('the section has no row');
  return { row, origin };
}
