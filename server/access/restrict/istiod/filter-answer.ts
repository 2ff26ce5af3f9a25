import { z } from 'zod';
import { namespaceOfName } from '#server/access/restrict/traces/span-namespace.ts';

type Keep = (proxy: string) => boolean;

const proxiesShape = z.array(z.looseObject({ proxy: z.string() })).nullable();
const connectionsShape = z.looseObject({
  clients: z.array(z.looseObject({ connectionId: z.string() })).nullish(),
});

/** What istiod lists by proxy, and how the entries of other proxies are taken out. A shape that is not known is all taken out. */
export const filtersByEndpoint = {
  syncz(value: unknown, keep: Keep): unknown {
    const { data } = proxiesShape.safeParse(value);
    return (data ?? []).filter(({ proxy }) => keep(proxy));
  },
  connections(value: unknown, keep: Keep): unknown {
    const { data } = connectionsShape.safeParse(value);
    // `<pod>.<namespace>-<count>`
    return { clients: (data?.clients ?? []).filter((one) => keep(one.connectionId.replace(/-\d+$/, ''))) };
  },
} as const;

/** The body of a list with the entries of proxies of visible namespaces. */
export function filterAnswer(
  endpoint: keyof typeof filtersByEndpoint,
  body: Uint8Array,
  visible: ReadonlySet<string>,
): Uint8Array {
  const isKept = (proxy: string) => visible.has(namespaceOfName(proxy) ?? '');
  return new TextEncoder().encode(JSON.stringify(filtersByEndpoint[endpoint](parsed(body), isKept)));
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
