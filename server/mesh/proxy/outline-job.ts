import { openDump } from './dump/open-dump.ts';
import type { DumpJob } from './dump-job.ts';

export type Outline = {
  counts: Record<string, number>;
  /** Items that Envoy refused, by section. */
  refused: Record<string, number>;
  unknown: readonly { type: string; path: string }[];
  problems: readonly string[];
  byteCount: number;
};

/** How much of what a dump has. */
export const outlineJob: DumpJob<null, Outline> = {
  name: 'outline',
  run: ([bytes = new Uint8Array()]) => {
    const { items, unknown, problems } = openDump(bytes);
    const sections = Object.entries(items);
    return {
      counts: Object.fromEntries(sections.map(([section, list]) => [section, list.length])),
      refused: Object.fromEntries(
        sections.map(([section, list]) => [section, list.filter(({ error }) => error !== undefined).length]),
      ),
      unknown,
      problems,
      byteCount: bytes.length,
    };
  },
};
