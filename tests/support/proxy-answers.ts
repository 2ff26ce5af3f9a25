import type { AdminPath } from '#lib/proxy/admin-paths.ts';
import type { IstiodEndpoint } from '#lib/proxy/istiod-endpoints.ts';
import type { ProxyName, Sources } from '#server/sources/interface.ts';

const decoder = new TextDecoder();

/** A proxy's answer, parsed; text that is no JSON as it is. */
export async function adminJson(
  { envoy }: Pick<Sources, 'envoy'>,
  proxy: ProxyName,
  path: AdminPath,
): Promise<unknown> {
  if (envoy === undefined) throw new Error('These sources have no proxies');
  return parsed(await envoy.admin(proxy, { path, parameters: {} }));
}

/** The answer of the only replica of istiod, parsed. */
export async function istiodJson(
  { istiod }: Pick<Sources, 'istiod'>,
  endpoint: IstiodEndpoint,
  parameters: Record<string, string> = {},
): Promise<unknown> {
  const [answer] = (await istiod?.ask({ endpoint, parameters })) ?? [];
  if (answer?.body === undefined) throw new Error(answer?.failure.message ?? 'These sources have no istiod');
  return parsed(answer.body);
}

/** A source of istiod that answers one thing, whatever it is asked. */
export function istiodSaying(value: unknown): NonNullable<Sources['istiod']> {
  return {
    ask: async () => [{ replica: 'istiod-1', body: new TextEncoder().encode(JSON.stringify(value)) }],
    status: async () => ({ id: 'istiod', state: 'ok' }),
  };
}

function parsed(bytes: Uint8Array): unknown {
  const text = decoder.decode(bytes);
  return /^\s*[[{]|^null/.test(text) ? JSON.parse(text) : text;
}
