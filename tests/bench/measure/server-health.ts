export type ServerHealth = { residentMb: number; heapMb: number; loopDelayMs: number };

/** What a running Vigla says of its own memory and event loop. */
export async function readServerHealth(viglaUrl: string): Promise<ServerHealth> {
  const text = await (await fetch(`${viglaUrl}/metrics`)).text();
  const figureOf = (name: string) => {
    const [, value] = new RegExp(`^vigla_${name} (\\S+)$`, 'm').exec(text) ?? [];
    if (value === undefined) throw new Error(`Vigla does not tell its ${name}`);
    return Number(value);
  };
  return {
    residentMb: figureOf('process_resident_memory_bytes') / 1e6,
    heapMb: figureOf('nodejs_heap_size_used_bytes') / 1e6,
    loopDelayMs: figureOf('nodejs_eventloop_lag_p99_seconds') * 1000,
  };
}
