import { z } from 'zod';

/** How sure a link is: the item says it itself, its name says it, or the rules of Istio lead to it. */
export const linkConfidences = ['marker', 'name', 'inferred'] as const;
export type LinkConfidence = (typeof linkConfidences)[number];

/** From an item of a proxy to the object that it stands for, or that shaped it. */
export const proxyLinkSchema = z.strictObject({
  /** `Service`, `VirtualService`, `Secret`, `Pod`, `MeshConfig` … */
  kind: z.string(),
  namespace: z.string(),
  name: z.string(),
  confidence: z.enum(linkConfidences),
  /** What of the object: `http[2]`, `subsets[v1]`, `rule 1`; a path into its `spec` where there is one. */
  part: z.string().optional(),
  /** `shows`: the item is the object in Envoy's words; `applies`: it shapes the item without a mark. */
  relation: z.enum(['shows', 'applies']),
  /** Why, a sentence; the proof of the link. */
  because: z.string(),
  /** The object is named, but does not exist (any more). */
  isMissing: z.boolean().optional(),
});
export type ProxyLink = z.infer<typeof proxyLinkSchema>;
