import { z } from 'zod';
import { defaultTimeRange } from './time-range.ts';
import { urlText, urlWord } from './url-parameters.ts';
import { queryText } from './url-state.ts';

export const refreshChoices = ['off', '5s', '10s', '15s', '30s', '1m', '5m'] as const;
export type RefreshChoice = (typeof refreshChoices)[number];

export const refreshMs: Record<RefreshChoice, number | undefined> = {
  off: undefined,
  '5s': 5_000,
  '10s': 10_000,
  '15s': 15_000,
  '30s': 30_000,
  '1m': 60_000,
  '5m': 300_000,
};

const namespaceName = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** `*` or names; absent means the default, which depends on what has traffic. */
const namespaces = z
  .codec(z.string(), z.union([z.literal('*'), z.array(z.string()).min(1)]), {
    decode: (text, context) => {
      if (text === '*') return '*' as const;
      const names = [...new Set(text.split(',').filter((name) => name !== ''))].sort();
      const bad = names.find((name) => !namespaceName.test(name));
      if (bad !== undefined || names.length === 0) {
        context.issues.push({
          code: 'custom',
          input: text,
          message: `"${bad ?? text}" is not a namespace name`,
        });
        return z.NEVER;
      }
      return names;
    },
    encode: (chosen) => (chosen === '*' ? chosen : [...chosen].sort().join(',')),
  })
  .optional();

const kiosk = z.codec(z.enum(['0', '1']), z.boolean(), {
  decode: (text) => text === '1',
  encode: (isOn) => (isOn ? '1' : '0'),
});

/** What every page's address carries: which cluster, which namespaces, which time, how often anew, with or without the frame. */
export const scopeUrl = z.object({
  /** Istio's name of one cluster; empty for the home cluster with all others beside it. */
  cluster: urlText(),
  namespaces,
  from: urlText(defaultTimeRange.from),
  to: urlText(defaultTimeRange.to),
  refresh: urlWord(refreshChoices, '15s'),
  kiosk: kiosk.default(false),
});
export type ScopeValues = z.output<typeof scopeUrl>;

/** Telemetry's word for a cluster that it does not know. */
const unknownCluster = 'unknown';

type Scoped = {
  current: URLSearchParams;
  /** Parameters of the page's own; `cluster` is that of what it shows. */
  own?: Readonly<Record<string, string | undefined>>;
  homeCluster?: string | undefined;
};

/**
 * The address of another page with the scope of this one, and parameters of its own. A cluster of its own is the scope of
 * that page; the home cluster's things are among those of all clusters and need none.
 */
export function scopedAddress(path: string, { current, own = {}, homeCluster }: Scoped): string {
  const next = new URLSearchParams();
  for (const parameter of Object.keys(scopeUrl.shape)) {
    const text = current.get(parameter);
    if (text !== null) next.set(parameter, text);
  }
  const isOfAll = !next.has('cluster') && own.cluster === homeCluster;
  for (const [parameter, text] of Object.entries(own)) {
    if (text === undefined) continue;
    if (parameter === 'cluster' && (isOfAll || text === unknownCluster)) continue;
    next.set(parameter, text);
  }
  return `${path}${queryText(next)}`;
}
