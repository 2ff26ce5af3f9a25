import { z } from 'zod';

const objectShape = z.record(z.string(), z.unknown());

/** The first of these fields that a line of JSON has; undefined also where it is no JSON object. */
export function fieldOfJson(line: string, names: readonly string[]): unknown {
  if (!line.startsWith('{')) return undefined;
  try {
    const object = objectShape.safeParse(JSON.parse(line)).data ?? {};
    const name = names.find((one) => object[one] !== undefined && object[one] !== null);
    return name === undefined ? undefined : object[name];
  } catch {
    return undefined;
  }
}
