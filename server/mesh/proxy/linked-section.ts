import type { ProxyLink } from '#lib/contract/proxy-links.ts';
import type { DumpSection } from './dump/dump.ts';
import { linksInTurns } from './links-in-turns.ts';
import type { SectionRows } from './sections/section-rows.ts';

/** What rows of all sections have in common. */
export type SectionRow = {
  links: ProxyLink[];
  state: string;
  errorState?: { details: string } | undefined;
};

/** A section of a dump as it is answered. */
export type LinkedSection<Row> = {
  rows: (Omit<Row, 'links'> & Pick<SectionRow, 'links'>)[];
  unknown: { type: string; path: string }[];
  problems: string[];
  readAt: string;
  byteCount: number;
};

type Linking = {
  context: Parameters<typeof linksInTurns>[2];
  readAtMs: number;
  byteCount: number;
};

/** The rows of a section, each with the objects behind it. */
export async function linkedSection<Row extends SectionRow>(
  section: DumpSection,
  read: SectionRows<Row>,
  { context, readAtMs, byteCount }: Linking,
): Promise<LinkedSection<Row>> {
  const links = await linksInTurns(section, read.origins, context);
  return {
    rows: read.rows.map((row, index) => ({ ...row, links: links[index] ?? [] })),
    unknown: read.unknown,
    problems: read.problems,
    readAt: new Date(readAtMs).toISOString(),
    byteCount,
  };
}
