import type { Addressed, Party } from './edge-row.ts';
import { addressedKey, partyKey } from './row-keys.ts';

/** Gives equal ends the same object, and their keys the same text. */
export type SharedEnds = {
  party(party: Party): { party: Party; key: string };
  addressed(addressed: Addressed): { addressed: Addressed; key: string };
};

export function sharedEnds(): SharedEnds {
  const parties = new Map<string, { party: Party; key: string }>();
  const services = new Map<string, { addressed: Addressed; key: string }>();
  return {
    party(party) {
      const key = partyKey(party);
      const whole = `${key}|${party.app}|${party.version}`;
      let known = parties.get(whole);
      if (known === undefined) {
        known = { party, key };
        parties.set(whole, known);
      }
      return known;
    },
    addressed(addressed) {
      const key = addressedKey(addressed);
      const whole = `${key}|${addressed.host}`;
      let known = services.get(whole);
      if (known === undefined) {
        known = { addressed, key };
        services.set(whole, known);
      }
      return known;
    },
  };
}
