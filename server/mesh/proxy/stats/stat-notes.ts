import { agentNotes } from './notes/agent-notes.ts';
import { configurationNotes } from './notes/configuration-notes.ts';
import { downstreamNotes } from './notes/downstream-notes.ts';
import { serverNotes } from './notes/server-notes.ts';
import type { StatNote } from './notes/stat-note.ts';
import { upstreamNotes } from './notes/upstream-notes.ts';

/**
 * What is known about statistics, by their names.
 * Source: Envoy's documentation of its statistics; Istio's pkg/istio-agent/metrics and security/pkg/monitoring.
 */
export const statNotes: ReadonlyMap<string, StatNote> = new Map(
  [...configurationNotes, ...serverNotes, ...upstreamNotes, ...downstreamNotes, ...agentNotes].map((note) => [
    note.name,
    note,
  ]),
);
