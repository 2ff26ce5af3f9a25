/** How often somebody may do something within one window. */
export type Counted = { key: string; most: number };

/** Counted, or how long until there is room again. */
type Taken = { forgive(): void } | { waitMs: number };

export type Windows = {
  /** Counts once for each key, or for none where one of them has had its most. */
  take(counted: readonly Counted[]): Taken;
};

type Window = { count: number; untilMs: number };
type WindowsOptions = {
  windowMs: number;
  /** Keys that are remembered at a time; the one that was not used for longest is forgotten first. */
  mostKeys: number;
  now: () => number;
};

/** Counts what is done by who does it, in memory, each in windows that begin with the first time. */
export function createWindows({ windowMs, mostKeys, now }: WindowsOptions): Windows {
  const windows = new Map<string, Window>();

  function find(key: string): Window | undefined {
    const found = windows.get(key);
    return found !== undefined && found.untilMs > now() ? found : undefined;
  }

  function add(key: string): Window {
    const window = find(key) ?? { count: 0, untilMs: now() + windowMs };
    window.count++;
    // A Map remembers the order of insertion: the first is the one that was not used for longest.
    windows.delete(key);
    windows.set(key, window);
    const [oldest] = windows.keys();
    if (windows.size > mostKeys && oldest !== undefined) windows.delete(oldest);
    return window;
  }

  return {
    take(counted) {
      const full = counted.flatMap(({ key, most }) => {
        const window = find(key);
        return window !== undefined && window.count >= most ? [window.untilMs - now()] : [];
      });
      if (full.length > 0) return { waitMs: Math.max(...full) };
      const taken = counted.map(({ key }) => add(key));
      return {
        forgive() {
          for (const window of taken) window.count--;
        },
      };
    },
  };
}
