const units: Record<string, number> = { '': 1, ms: 1, s: 1000, min: 60_000, m: 60_000 };

/** A length of time as people type it, in milliseconds: `200`, `200ms`, `1.5 s`, `2min`. Undefined when it is none. */
export function parseMs(text: string): number | undefined {
  const parts = /^(\d+(?:\.\d+)?|\.\d+)\s*([a-z]*)$/i.exec(text.trim());
  const unit = units[(parts?.[2] ?? '').toLowerCase()];
  if (parts === null || unit === undefined) return undefined;
  const milliseconds = Number(parts[1]) * unit;
  return milliseconds <= longestMs ? milliseconds : undefined;
}

const longestMs = 86_400_000;
