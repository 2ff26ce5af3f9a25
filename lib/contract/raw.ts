import { z } from 'zod';
import { parseJsonPath } from '#lib/json/json-path.ts';
import { proxyFields } from './proxies.ts';

/** Whose dump: the proxy's own, or what istiod has for it. */
export const rawSources = ['envoy', 'istiod'] as const;
export type RawSource = (typeof rawSources)[number];

const sourceField = { source: z.enum(rawSources).default('envoy') };

/** A place in a document, e.g. `configs[1].dynamic_listeners[3]["a.b"]`; empty for all of it. */
const pathParameter = z
  .string()
  .default('')
  .refine((text) => parseJsonPath(text) !== undefined, {
    error: 'is no path such as configs[1].dynamic_listeners[3]["a.b"]',
  });

export const rawQuery = z.strictObject({ ...proxyFields, ...sourceField, path: pathParameter });
export type RawQuery = z.output<typeof rawQuery>;

export const rawSchema = z.strictObject({
  /** As the document writes it: istiod's dumps have other field names than Envoy's. */
  path: z.string(),
  /** JSON of any shape, without secrets; absent where it is too large to be sent at once. */
  value: z.unknown().optional(),
  isCut: z.boolean(),
  /** Of the value as compact JSON. */
  byteCount: z.int(),
});
export type Raw = z.infer<typeof rawSchema>;
