import type { RatedSeries } from './mesh-series.ts';

const pieceCharacters = 1_000_000;

function labelText(labels: Record<string, string>): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${value}"`)
    .join(',');
}

export type History = { startSeconds: number; endSeconds: number; stepSeconds: number };

/** Counters that grow evenly, as OpenMetrics text in pieces: one sample a step, ended by `# EOF`. */
export function* evenHistory(series: Iterable<RatedSeries>, history: History): Generator<string> {
  const { startSeconds, endSeconds, stepSeconds } = history;
  let text = '';
  for (const { metric, labels, perSecond } of series) {
    const prefix = `${metric}{${labelText(labels)}}`;
    for (let at = startSeconds; at <= endSeconds; at += stepSeconds) {
      text += `${prefix} ${(perSecond * (at - startSeconds + 3600)).toFixed(3)} ${at}\n`;
    }
    if (text.length > pieceCharacters) {
      yield text;
      text = '';
    }
  }
  yield `${text}# EOF\n`;
}
