import { isSameSplit, type NamedWeights } from './named-weights.ts';

/** Weights as they were found, until others were. Epoch seconds. */
export type RememberedWeights = {
  weights: NamedWeights;
  /** The first look that found them. */
  seenSeconds: number;
  /** The last look before, which found others or, where `isNew`, no such rule; absent for what the first look found. */
  othersSeenSeconds?: number;
  isNew?: boolean;
  /** When the object was written, where that lies between these two looks. */
  writtenSeconds?: number;
};

export type WeightLook = {
  key: string;
  weights: NamedWeights;
  /** When the objects behind it were last written, if that is known. */
  writtenSeconds?: number;
};

export type WeightMemory = {
  /**
   * What one look at all splits found; `isWhole` where all route objects could be read. A look that is older than the one
   * before it tells nothing.
   */
  remember(looks: readonly WeightLook[], at: { seconds: number; isWhole: boolean }): void;
  /** Oldest first; empty for a split that was never seen. */
  of(key: string): readonly RememberedWeights[];
};

const keptChanges = 20;
/** A split that is gone may come back with a deployment that was rolled back. */
const forgottenAfterSeconds = 86_400;

type Entry = { lastSeenSeconds: number; remembered: readonly RememberedWeights[] };

const memories = new WeakMap<object, WeightMemory>();

/** The memory of one source of objects, which lives as long as it. */
export function weightMemoryOf(source: object): WeightMemory {
  const known = memories.get(source);
  if (known !== undefined) return known;
  const memory = newWeightMemory();
  memories.set(source, memory);
  return memory;
}

/** Remembers by value which weights splits had at each look. */
export function newWeightMemory(): WeightMemory {
  const entries = new Map<string, Entry>();
  let lastLookSeconds = Number.NEGATIVE_INFINITY;
  let lastWholeLook: number | undefined;
  return {
    remember(looks, { seconds, isWhole }) {
      if (seconds < lastLookSeconds) return;
      lastLookSeconds = seconds;
      for (const look of looks) {
        const entry = entries.get(look.key);
        const found =
          entry === undefined ? firstFound(look, seconds, lastWholeLook) : withLook(entry, look, seconds);
        entries.set(look.key, found);
      }
      for (const [key, { lastSeenSeconds }] of entries)
        if (seconds - lastSeenSeconds > forgottenAfterSeconds) entries.delete(key);
      if (isWhole) lastWholeLook = seconds;
    },
    of: (key) => entries.get(key)?.remembered ?? [],
  };
}

function firstFound(
  { weights, writtenSeconds }: WeightLook,
  seenSeconds: number,
  othersSeenSeconds: number | undefined,
): Entry {
  const isKnownNew = othersSeenSeconds === undefined ? {} : { isNew: true, othersSeenSeconds };
  const between = isBetween(writtenSeconds, { after: othersSeenSeconds, until: seenSeconds });
  return {
    lastSeenSeconds: seenSeconds,
    remembered: [{ weights, seenSeconds, ...isKnownNew, ...(between ? { writtenSeconds } : {}) }],
  };
}

function withLook(entry: Entry, { weights, writtenSeconds }: WeightLook, seenSeconds: number): Entry {
  const { lastSeenSeconds: othersSeenSeconds, remembered } = entry;
  const latest = remembered.at(-1);
  if (latest !== undefined && isSameSplit(latest.weights, weights))
    return { ...entry, lastSeenSeconds: seenSeconds };
  const between = isBetween(writtenSeconds, { after: othersSeenSeconds, until: seenSeconds });
  const change = { weights, seenSeconds, othersSeenSeconds, ...(between ? { writtenSeconds } : {}) };
  // One more than the changes, since each is told with what was before it.
  return { lastSeenSeconds: seenSeconds, remembered: [...remembered, change].slice(-keptChanges - 1) };
}

/** Objects' times are of whole seconds. */
function isBetween(
  seconds: number | undefined,
  { after, until }: { after: number | undefined; until: number },
): boolean {
  return seconds !== undefined && after !== undefined && seconds >= Math.floor(after) && seconds <= until;
}
