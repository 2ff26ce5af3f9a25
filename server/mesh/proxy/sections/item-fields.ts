import type { ItemState } from '#lib/contract/proxy-sections.ts';
import { movedTime } from '#server/mesh/proxies/moved-time.ts';
import type { DumpItem } from '#server/mesh/proxy/dump/dump.ts';

export type ItemFields = {
  state: ItemState;
  lastUpdated?: string | undefined;
  version?: string | undefined;
  errorState?:
    | { details: string; lastUpdateAttempt?: string | undefined; version?: string | undefined }
    | undefined;
  proofPath: string;
};

/** What every row tells of the item of the dump that it comes from; a row of a part of it says where that stands. */
export function itemFields(
  { state, version, error, path, lastUpdated }: DumpItem,
  shiftMs: number,
): ItemFields {
  return {
    state,
    lastUpdated: movedTime(lastUpdated, shiftMs),
    version: version === '' ? undefined : version,
    errorState: error && {
      details: error.details,
      lastUpdateAttempt: movedTime(error.lastUpdateAttempt, shiftMs),
      version: error.version,
    },
    proofPath: path,
  };
}
