import { z } from 'zod';
import { quoted, stringMatchSchema, stringMatchWords } from './string-match.ts';

const labels = z.record(z.string(), z.string()).default({});
const byName = z.record(z.string(), stringMatchSchema).default({});

const matchSchema = z.looseObject({
  uri: stringMatchSchema.optional(),
  scheme: stringMatchSchema.optional(),
  method: stringMatchSchema.optional(),
  authority: stringMatchSchema.optional(),
  headers: byName,
  withoutHeaders: byName,
  queryParams: byName,
  port: z.number().optional(),
  sourceLabels: labels,
  sourceNamespace: z.string().optional(),
  gateways: z.array(z.string()).default([]),
  sniHosts: z.array(z.string()).default([]),
  destinationSubnets: z.array(z.string()).default([]),
  ignoreUriCase: z.boolean().optional(),
});

/**
 * A match of a VirtualService's HTTP, TLS or TCP route in words; all of its conditions must hold. An empty text is a
 * match of everything. Source: Istio's HTTPMatchRequest, TLSMatchAttributes and L4MatchAttributes.
 */
export function virtualServiceMatchWords(match: unknown): string {
  const parsed = matchSchema.safeParse(match);
  if (!parsed.success) return 'conditions that could not be read';
  const { uri, scheme, method, authority, port, sourceNamespace, ...rest } = parsed.data;
  const all = (what: string, entries: Record<string, z.output<typeof stringMatchSchema>>) =>
    Object.entries(entries).map(([name, one]) => stringMatchWords(`${what} ${name}`, one));
  const ofCase = rest.ignoreUriCase === true ? ', in any case' : '';
  return [
    ...(uri === undefined ? [] : [`${stringMatchWords('path', uri)}${ofCase}`]),
    ...(method === undefined ? [] : [stringMatchWords('method', method)]),
    ...(scheme === undefined ? [] : [stringMatchWords('scheme', scheme)]),
    ...(authority === undefined ? [] : [stringMatchWords('authority', authority)]),
    ...all('header', rest.headers),
    ...all('header', rest.withoutHeaders).map((text) => `not: ${text}`),
    ...all('query parameter', rest.queryParams),
    ...(port === undefined ? [] : [`port ${port}`]),
    ...(rest.sniHosts.length === 0 ? [] : [`server name ${rest.sniHosts.join(' or ')}`]),
    ...(rest.destinationSubnets.length === 0 ? [] : [`address in ${rest.destinationSubnets.join(' or ')}`]),
    ...Object.entries(rest.sourceLabels).map(([key, value]) => `caller labelled ${key}=${quoted(value)}`),
    ...(sourceNamespace === undefined ? [] : [`caller in namespace ${sourceNamespace}`]),
    ...(rest.gateways.length === 0 ? [] : [`at ${rest.gateways.map(gatewayWords).join(' or ')}`]),
  ].join(', ');
}

/** Whether a match holds for every request: nothing, or a path that begins with a slash. */
export function isMatchOfAll(match: unknown): boolean {
  const parsed = z.strictObject({ uri: z.strictObject({ prefix: z.literal('/') }).optional() });
  return parsed.safeParse(match).success;
}

function gatewayWords(gateway: string): string {
  return gateway === 'mesh' ? 'the callers’ own proxies' : `gateway ${gateway}`;
}
