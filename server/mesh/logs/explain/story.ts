import type { Evidence } from '#lib/contract/evidence.ts';
import type { AccessLog } from '#lib/contract/logs.ts';

/** Whose proxy wrote the line. */
export type Place = { namespace: string; pod: string };

/** What one kind of line tells, and what to look at next. */
export type Story = { text: string; next: string; evidence?: Evidence[]; command?: string };

export type StoryEntry = {
  /** Of the details, or for TCP of the termination details. */
  says: RegExp;
  tell(match: RegExpExecArray, access: AccessLog, place: Place): Story;
};

/** Requests that came to this workload; the others it sent. */
export function isInbound({ upstreamCluster }: AccessLog): boolean {
  return upstreamCluster?.startsWith('inbound|') ?? false;
}

/** Envoy writes its texts with `_` for spaces. */
export function spaced(text: string): string {
  return text.replaceAll('_', ' ').trim();
}

/** The host a line is about, for people. */
export function calledHost({ authority, upstreamCluster, downstreamLocalAddress }: AccessLog): string {
  return authority ?? upstreamCluster?.split('|')[3] ?? downstreamLocalAddress ?? 'the called host';
}
