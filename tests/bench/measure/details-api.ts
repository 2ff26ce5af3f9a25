import { z } from 'zod';
import { median, timed } from './statistics.ts';

export type DetailsFigures = { path: string; apiMs: number; kilobytes: number; warnings: number };

/** What the details page of the largest service, and of one of its workloads, asks for; and the lists. */
const paths = [
  '/api/services/ns-0/svc-0',
  '/api/services/ns-0/svc-0/traffic',
  '/api/services/ns-0/svc-0/routing',
  '/api/services/ns-0/svc-0/config',
  '/api/services/ns-0/svc-0/metrics?direction=inbound',
  '/api/workloads/ns-0/svc-0-v1',
  '/api/workloads/ns-0/svc-0-v1/traffic',
  '/api/applications/ns-0/svc-0',
  '/api/workloads',
  '/api/services',
  '/api/applications',
];

const envelope = z.object({ warnings: z.array(z.unknown()) });

/** Medians of the runs, each at a time of its own so that no cache helps. */
export async function measureDetailsApi(options: {
  viglaUrl: string;
  endSeconds: number;
  runs: number;
}): Promise<DetailsFigures[]> {
  const figures: DetailsFigures[] = [];
  for (const path of paths) {
    const results = [];
    for (let run = -1; run < options.runs; run += 1) {
      const at = new Date((options.endSeconds - 10 * (run + 2)) * 1000).toISOString();
      const hasTime = !/(routing|config)$/.test(path);
      const address = hasTime ? `${path}${path.includes('?') ? '&' : '?'}at=${at}` : path;
      const { ms, result } = await timed(async () => {
        const response = await fetch(`${options.viglaUrl}${address}`);
        const text = await response.text();
        if (response.status !== 200) throw new Error(`${address}: ${response.status} ${text}`);
        return text;
      });
      if (run >= 0) results.push({ ms, text: result });
    }
    const text = results[0]?.text ?? '{}';
    figures.push({
      path,
      apiMs: median(results.map(({ ms }) => ms)),
      kilobytes: text.length / 1000,
      warnings: envelope.parse(JSON.parse(text)).warnings.length,
    });
  }
  return figures;
}
