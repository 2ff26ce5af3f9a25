import type { MissingPart } from '#lib/snapshot/manifest.ts';
import type { LineOf } from '#lib/snapshot/parts.ts';
import { ViglaError } from '#server/errors.ts';
import type { EnvoySource } from '#server/sources/interface.ts';
import { allowedAdmin } from '#server/sources/observed/allowed-question.ts';
import { snapshotStatus } from './snapshot-status.ts';

const encoder = new TextEncoder();

/** What the chosen proxies answered; masks and filters are not applied, whole answers are given. */
export function snapshotEnvoy(
  lines: readonly LineOf<'proxy'>[],
  missing: readonly MissingPart[],
): EnvoySource {
  const texts = new Map(lines.map(({ namespace, pod, path, text }) => [`${namespace}/${pod} ${path}`, text]));
  const proxies = new Set(lines.map(({ namespace, pod }) => `${namespace}/${pod}`));
  return {
    admin: async ({ namespace, pod }, question) => {
      allowedAdmin(question);
      const name = `${namespace}/${pod}`;
      const text = texts.get(`${name} ${question.path}`);
      if (text !== undefined) return encoder.encode(text);
      throw new ViglaError(
        'not_found',
        proxies.has(name)
          ? `The snapshot has no answer of the proxy ${name} to ${question.path}.`
          : `The snapshot has no answers of the proxy ${name}; choose it with proxies= when you make one.`,
      );
    },
    status: async () => snapshotStatus('proxies', missing, [`Answers of ${proxies.size} proxies.`]),
  };
}
