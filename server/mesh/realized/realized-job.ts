import type { RealizedSection } from '#lib/contract/realized.ts';
import { openDump } from '#server/mesh/proxy/dump/open-dump.ts';
import type { DumpJob } from '#server/mesh/proxy/dump-job.ts';
import type { Origin } from '#server/mesh/proxy/links/origin.ts';
import type { SectionParameters } from '#server/mesh/proxy/sections/section-job.ts';
import { realizedReaders } from './realized-readers.ts';

/** What is needed of a row to name it and to lead to it. */
export type RealizedRow = {
  id: string;
  title: string;
  state: 'active' | 'warming' | 'draining' | 'static' | 'rejected';
  proofPath: string;
};
/** `origins[i]` belongs to `rows[i]`. */
export type RealizedRows = { section: RealizedSection; rows: RealizedRow[]; origins: Origin[] };

/** The rows of all sections of a whole dump, as little of each as links need. */
export const realizedJob: DumpJob<SectionParameters, RealizedRows[]> = {
  name: 'realized',
  run: ([bytes = new Uint8Array()], parameters) => {
    const dump = openDump(bytes);
    return realizedReaders.map(({ section, read }) => ({ section, ...read(dump, parameters) }));
  },
};
