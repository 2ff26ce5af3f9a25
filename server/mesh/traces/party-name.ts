import type { Party } from '#server/mesh/graph/rows/edge-row.ts';

/** A party as a person would say it; undefined for one that is not known. */
export function partyName(party: Party | undefined): string | undefined {
  if (party === undefined || (party.workload === '' && party.app === '')) return undefined;
  if (party.workload !== '') return party.workload;
  return party.version === '' || party.version === 'latest' ? party.app : `${party.app} ${party.version}`;
}
