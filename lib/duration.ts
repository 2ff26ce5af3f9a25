const secondsPerUnit = { d: 86_400, h: 3600, m: 60, s: 1 } as const;

/** Seconds of a Prometheus duration (`90s`, `10m`, `1h30m`, `7d`); undefined when the text is none. */
export function parseDurationSeconds(text: string): number | undefined {
  const parts = /^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(text);
  if (parts === null || text === '') return undefined;
  const [, d = '0', h = '0', m = '0', s = '0'] = parts;
  return (
    Number(d) * secondsPerUnit.d +
    Number(h) * secondsPerUnit.h +
    Number(m) * secondsPerUnit.m +
    Number(s) * secondsPerUnit.s
  );
}

/** The shortest Prometheus duration of a number of whole seconds: 600 becomes `10m`, 5400 `1h30m`. */
export function formatDuration(seconds: number): string {
  let rest = Math.round(seconds);
  let text = '';
  for (const [unit, size] of Object.entries(secondsPerUnit)) {
    const count = Math.floor(rest / size);
    if (count > 0) text += `${count}${unit}`;
    rest -= count * size;
  }
  return text === '' ? '0s' : text;
}
