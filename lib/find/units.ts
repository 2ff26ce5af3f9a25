/** A unit that may follow a number, with its size in the base unit of the quantity. */
export type Quantity = { base: string; example: string; units: Readonly<Record<string, number>> };

/** What a number of an operand counts. A number without a unit stands in the base unit. */
export const quantities = {
  count: { base: '', example: '2', units: {} },
  rate: {
    base: '/s',
    example: '5',
    units: { '/s': 1, 'req/s': 1, rps: 1, '/m': 1 / 60, '/min': 1 / 60, '/h': 1 / 3600 },
  },
  share: { base: '%', example: '1%', units: { '%': 1 } },
  duration: { base: 'ms', example: '500ms', units: { ms: 1, s: 1000, m: 60_000, min: 60_000 } },
  bytes: {
    base: 'B/s',
    example: '10kB',
    units: {
      b: 1,
      'b/s': 1,
      kb: 1000,
      'kb/s': 1000,
      mb: 1e6,
      'mb/s': 1e6,
      gb: 1e9,
      'gb/s': 1e9,
      kib: 1024,
      mib: 1_048_576,
    },
  },
} as const satisfies Record<string, Quantity>;

export type QuantityId = keyof typeof quantities;

/** A number with an optional unit, in the base unit of its quantity (`1s` is 1000 as a duration); undefined when it is none. */
export function parseQuantity(text: string, quantity: QuantityId): number | undefined {
  const parts = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(.*)$/i.exec(text);
  const [, digits = '', unit = ''] = parts ?? [];
  if (digits === '') return undefined;
  const units: Readonly<Record<string, number>> = quantities[quantity].units;
  const size = unit === '' ? 1 : units[unit.toLowerCase()];
  return size === undefined ? undefined : Number(digits) * size;
}

/** The number with its base unit, as `parseQuantity` reads it back. */
export function printQuantity(value: number, quantity: QuantityId): string {
  return `${value}${quantities[quantity].base}`;
}
