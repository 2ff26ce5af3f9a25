import { isIP } from 'node:net';
import { z } from 'zod';

const error = 'must be addresses or ranges such as 10.0.0.0/8, separated by ","';

/** IP addresses and ranges in CIDR notation, separated by `,` or white space; in the file also a list. */
export const addresses = z.union([z.string(), z.array(z.string())], { error }).transform((given, context) => {
  const parts = typeof given === 'string' ? given.split(/[\s,]+/).filter((part) => part !== '') : given;
  const ranges = parts.map(rangeOf).filter((range) => range !== undefined);
  if (ranges.length > 0 && ranges.length === parts.length) return ranges;
  context.addIssue({ code: 'custom', message: error });
  return z.NEVER;
});

/** `prefix` is the number of leading bits that count. */
export type AddressRange = { address: string; family: 'ipv4' | 'ipv6'; prefix: number };

function rangeOf(text: string): AddressRange | undefined {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return undefined;
  const most = version === 4 ? 32 : 128;
  if (bits === undefined) return { address, family: familyOf(version), prefix: most };
  if (!/^\d{1,3}$/.test(bits) || Number(bits) > most) return undefined;
  return { address, family: familyOf(version), prefix: Number(bits) };
}

function familyOf(version: number): AddressRange['family'] {
  return version === 4 ? 'ipv4' : 'ipv6';
}
