import { z } from 'zod';

const managedFieldsSchema = z.array(
  z.looseObject({ time: z.string().optional(), fieldsV1: z.record(z.string(), z.unknown()).optional() }),
);

/**
 * When a field of an object's `spec` was last written, out of `metadata.managedFields`: the newest time of an entry that
 * owns part of it. Undefined where nobody kept book. Source: Kubernetes' server-side apply, ManagedFieldsEntry.
 */
export function specChangedAt(managedFields: unknown): string | undefined {
  const parsed = managedFieldsSchema.safeParse(managedFields);
  if (!parsed.success) return undefined;
  return parsed.data
    .filter(({ fieldsV1 }) => fieldsV1 !== undefined && 'f:spec' in fieldsV1)
    .flatMap(({ time }) => (time === undefined || Number.isNaN(Date.parse(time)) ? [] : [time]))
    .sort((left, right) => Date.parse(left) - Date.parse(right))
    .at(-1);
}
