import type { ItemState } from '#lib/contract/proxy-sections.ts';
import { movedTime } from '#server/mesh/proxies/moved-time.ts';
import type { DumpItem } from '#server/mesh/proxy/dump/dump.ts';

type ItemFields = {
  state: ItemState;
  lastUpdated?: string | undefined;
  version?: string | undefined;
  errorState?:
    | { details: string; lastUpdateAttempt?: string | undefined; version?: string | undefined }
    | undefined;
  proofPath: string;
};

/** What every row tells of the item of the dump that it comes from; `inside` leads from the item to the row. */
export function itemFields({ item, shiftMs, inside = '' }: ItemPlace): ItemFields {
  const { state, version, error, path } = item;
  return {
    state,
    lastUpdated: movedTime(item.lastUpdated, shiftMs),
    version: version === '' ? undefined : version,
    errorState: error && {
      details: error.details,
      lastUpdateAttempt: movedTime(error.lastUpdateAttempt, shiftMs),
      version: error.version,
    },
    proofPath: `${path}${inside}`,
  };
}

type ItemPlace = { item: DumpItem; shiftMs: number; inside?: string | undefined };
