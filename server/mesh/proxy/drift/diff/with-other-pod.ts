import type { DumpItem, ProxyDump } from '#server/mesh/proxy/dump/dump.ts';
import { isObject, type Json, textAt, textsAt } from '#server/mesh/proxy/json/json.ts';
import type { ComparisonRules } from './comparison-rules.ts';

const own = '(own address)';

/**
 * Another pod's dump on the left. Where they receive, each pod's own addresses stand for each other; what is theirs
 * alone (node, locality) is in the bootstrap, which is not compared.
 */
export function withOtherPod(dumps: { left: ProxyDump; right: ProxyDump }): ComparisonRules {
  const addresses = { left: ownAddresses(dumps.left), right: ownAddresses(dumps.right) };
  return {
    leftOut: [
      "Each pod's own addresses are taken for the same.",
      'Secrets, static parts and the bootstrap (node, locality, labels) are not compared.',
    ],
    isCompared: () => true,
    nameOf: (name, dump) => withoutAddresses(name, dump === dumps.left ? addresses.left : addresses.right),
    valueOf: (item: DumpItem, side) => (isInbound(item) ? replaced(item.value, addresses[side]) : item.value),
  };
}

/** Only there a pod's own addresses stand for itself; elsewhere it is an endpoint like any other, for both. */
function isInbound({ name, value }: DumpItem): boolean {
  return name.startsWith('inbound|') || textAt(value, 'traffic_direction') === 'INBOUND';
}

/** Of the pod: its node id is `sidecar~<ip>~…`, its metadata has them all. */
function ownAddresses({ bootstrap }: ProxyDump): string[] {
  const node = bootstrap?.value.node;
  const listed =
    textAt(node, 'metadata', 'INSTANCE_IPS')?.split(',') ?? textsAt(node, 'metadata', 'INSTANCE_IPS');
  const inId = textAt(node, 'id')?.split('~')[1];
  // They go into a pattern, and a dump may come from anybody's file.
  return [...new Set([...listed, ...(inId === undefined ? [] : [inId])])].filter((ip) =>
    /^[\da-f.:]+$/i.test(ip),
  );
}

function replaced(value: Json, addresses: readonly string[]): Json {
  if (typeof value === 'string') return withoutAddresses(value, addresses);
  if (Array.isArray(value)) return value.map((entry) => replaced(entry, addresses));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, replaced(entry, addresses)]));
}

/** An address is whole: `10.244.1.8` is not in `10.244.1.80`. */
function withoutAddresses(text: string, addresses: readonly string[]): string {
  return addresses.reduce(
    (left, address) =>
      left.includes(address)
        ? left.replace(
            new RegExp(`(?<![\\d.:a-f])${address.replaceAll('.', '\\.')}(?![\\d.]|:[\\da-f]*:)`, 'g'),
            own,
          )
        : left,
    text,
  );
}
