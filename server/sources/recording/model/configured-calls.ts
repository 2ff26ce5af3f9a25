/** A call that an app makes: `onPath` is the start of the path that causes it, absent for calls made on a timer. */
export type ConfiguredCall = { onPath?: string; url: URL };

/** Reads the `-call` argument of the recorded apps: `[<path>=]<url>,…`. */
export function parseCalls(args: readonly string[]): ConfiguredCall[] {
  const value = args[args.indexOf('-call') + 1];
  if (!args.includes('-call') || value === undefined) return [];
  return value.split(',').map(parseCall);
}

function parseCall(text: string): ConfiguredCall {
  const split = text.startsWith('/') ? text.indexOf('=') : -1;
  const url = new URL(text.slice(split + 1));
  return split === -1 ? { url } : { onPath: text.slice(0, split), url };
}

/** Reads `-every`, in seconds. */
export function intervalSeconds(args: readonly string[]): number | undefined {
  const value = args.includes('-every') ? args[args.indexOf('-every') + 1] : undefined;
  return value === undefined ? undefined : Number.parseInt(value, 10);
}
