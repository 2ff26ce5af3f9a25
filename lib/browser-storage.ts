import { z } from 'zod';
import { timeZones } from './format-time.ts';

/** One thing that a browser remembers: its key and the shape that is accepted back. */
export type StoredEntry<Value> = { key: string; schema: z.ZodType<Value> };

function entry<Value>(key: string, schema: z.ZodType<Value>): StoredEntry<Value> {
  return { key: `vigla.${key}`, schema };
}

/** Everything that a browser remembers. A page's address wins over all of it. */
export const storedEntries = {
  lastNamespaces: entry('lastNamespaces', z.union([z.literal('*'), z.array(z.string())])),
  lastRange: entry('lastRange', z.object({ from: z.string(), to: z.string() })),
  timeZone: entry('timeZone', z.enum(timeZones)),
  singleKeyShortcuts: entry('singleKeyShortcuts', z.boolean()),
  hiddenColumns: entry('hiddenColumns', z.record(z.string(), z.array(z.string()))),
  detailsAside: entry('detailsAside', z.boolean()),
  sidePanelWidth: entry('sidePanelWidth', z.number()),
  namedViews: entry('namedViews', z.array(z.object({ name: z.string(), address: z.string() }))),
} as const;

const listeners = new Set<() => void>();

/** The raw text behind an entry; undefined when nothing is kept or the browser forbids storage. */
export function readStoredText<Value>({ key }: StoredEntry<Value>): string | undefined {
  try {
    return window.localStorage.getItem(key) ?? undefined;
  } catch {
    // Private windows and strict settings refuse storage; the page then works without memory.
    return undefined;
  }
}

/** The value of a text that `readStoredText` gave; what does not fit the shape (an older version's) reads as nothing. */
export function parseStored<Value>(
  { schema }: StoredEntry<Value>,
  text: string | undefined,
): Value | undefined {
  if (text === undefined) return undefined;
  const result = jsonText.safeParse(text);
  const value = schema.safeParse(result.data);
  return value.success ? value.data : undefined;
}

const jsonText = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'is not JSON' });
    return z.NEVER;
  }
});

export function readStored<Value>(stored: StoredEntry<Value>): Value | undefined {
  return parseStored(stored, readStoredText(stored));
}

/** Keeps a value, or forgets it when undefined, and tells every subscriber. */
export function writeStored<Value>({ key }: StoredEntry<Value>, value: Value | undefined): void {
  try {
    if (value === undefined) window.localStorage.removeItem(key);
    else window.localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Full or forbidden: the choice then holds only as long as the page.
  }
  for (const listener of listeners) listener();
}

/** Calls back on changes by this window and by others; answers how to stop. */
export function subscribeToStorage(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}
