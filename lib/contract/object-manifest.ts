import { z } from 'zod';

/** Where a field or an item of a list stands in the text; lines count from 1, both ends included. */
export const manifestPlaceSchema = z.strictObject({
  /** `spec.http[2].route[0]`, `metadata.labels["app.kubernetes.io/name"]` */
  path: z.string(),
  from: z.int(),
  to: z.int(),
  /** The `name` of an item of a list, by which links call it: `subsets[v1]`. */
  name: z.string().optional(),
});
export type ManifestPlace = z.infer<typeof manifestPlaceSchema>;

export const objectManifestSchema = z.strictObject({
  /** As `kubectl get -o yaml` shows it, without what the server keeps for itself and without secrets. */
  yaml: z.string(),
  /** In the order of the text; what begins on the same line is ordered from the outside in. */
  places: z.array(manifestPlaceSchema),
  /** Paths of the values that were taken out because they are secrets. */
  redacted: z.array(z.string()),
});
export type ObjectManifest = z.infer<typeof objectManifestSchema>;
