import type { BadgeId } from '#lib/contract/graph.ts';
import type { RouteRule } from './route-rule.ts';

/** The badges that a route puts on what it routes, each with the sentence of one rule; undefined where it has no part. */
export const ruleSentences = {
  virtualService: ({ object }) => `Routed by ${object.kind} ${object.namespace}/${object.name}`,
  trafficSplit: ({ destinations }) => {
    if (destinations.length < 2) return undefined;
    const weights = destinations.map(({ weight }) => weight).join('/');
    return `Splits ${weights} over ${destinations.map(({ name }) => name).join(', ')}`;
  },
  faultInjection: ({ fault, scope }) => {
    const { abort, delay } = fault ?? {};
    const parts = [
      abort !== undefined && abort.percent > 0
        ? `answers ${abort.percent} % of requests${scope} with ${abort.answer}`
        : '',
      delay !== undefined && delay.percent > 0
        ? `delays ${delay.percent} % of requests${scope} by ${delay.duration}`
        : '',
    ].filter((part) => part !== '');
    return parts.length === 0 ? undefined : capitalised(parts.join(' and '));
  },
  requestTimeout: ({ timeout, scope }) =>
    timeout === undefined ? undefined : `Gives up requests${scope} after ${timeout}`,
  mirroring: ({ mirrors, scope }) =>
    mirrors.length === 0
      ? undefined
      : capitalised(
          mirrors
            .map(({ name, percent }) => `mirrors ${percent} % of requests${scope} to ${name}`)
            .join(' and '),
        ),
} as const satisfies Partial<Record<BadgeId, (rule: RouteRule) => string | undefined>>;

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
