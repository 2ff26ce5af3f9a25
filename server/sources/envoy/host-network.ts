import { z } from 'zod';
import { ViglaError } from '#server/errors.ts';
import type { ProxyName } from '#server/sources/interface.ts';

const serverInfo = z.looseObject({ node: z.looseObject({ id: z.string() }) });

/**
 * On the network of the node only one of several proxies gets a port, and answers for all of them. Envoy says in its
 * node id whose it is: `<type>~<address>~<pod>.<namespace>~<domain>`.
 * @throws ViglaError `source_failed` when another proxy answers
 */
export async function requireOwnAnswer(
  { namespace, pod }: ProxyName,
  askServerInfo: () => Promise<Uint8Array>,
): Promise<void> {
  const [, , owner] = nodeIdOf(await askServerInfo()).split('~');
  if (owner === undefined || owner === `${pod}.${namespace}`) return;
  throw new ViglaError(
    'source_failed',
    `Pod ${namespace}/${pod} uses the network of its node, and there the proxy of ${owner} answers on the same port. Give one of them another proxyAdminPort.`,
  );
}

/** Empty when the answer has none: what cannot be told is no reason to refuse. */
function nodeIdOf(bytes: Uint8Array): string {
  try {
    return serverInfo.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data?.node.id ?? '';
  } catch {
    return '';
  }
}
