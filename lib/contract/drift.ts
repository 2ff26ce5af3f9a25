import { z } from 'zod';
import { namePart, namespacePart } from './parameters.ts';
import { proxyFields } from './proxies.ts';

/** `left` is what the proxy is compared with (istiod, another pod, an earlier dump), `right` the proxy itself. */
export const differenceKinds = ['onlyLeft', 'onlyRight', 'changed'] as const;

export const comparedSections = ['clusters', 'listeners', 'routes', 'endpoints', 'ecds'] as const;
export type ComparedSection = (typeof comparedSections)[number];

/** One place at which two forms of a resource differ; a value that is missing on a side is absent. */
export const changeSchema = z.strictObject({
  /** Into the resource, with the indices of the proxy's own form where it is there: `virtual_hosts[2].routes[0].route.cluster`. */
  path: z.string(),
  left: z.json().optional(),
  right: z.json().optional(),
});
export type Change = z.infer<typeof changeSchema>;

/** A line of both forms laid over each other, the proxy's own first; what is alike around a change is folded. */
export const differenceLineSchema = z.strictObject({
  mark: z.enum(['same', 'left', 'right', 'fold']),
  /** Two spaces for each level. */
  text: z.string(),
});
export type DifferenceLine = z.infer<typeof differenceLineSchema>;

export const resourceDifferenceSchema = z.strictObject({
  section: z.enum(comparedSections),
  name: z.string(),
  kind: z.enum(differenceKinds),
  /** Empty where the whole resource is on one side only. */
  changes: z.array(changeSchema),
  /** More changes than `changes` lists. */
  moreChanges: z.int(),
  lines: z.array(differenceLineSchema),
  /** What a reader should know of this difference, in sentences. */
  notes: z.array(z.string()),
});
export type ResourceDifference = z.infer<typeof resourceDifferenceSchema>;

export const comparisonSchema = z.strictObject({
  /** What stands on each side: `istiod istiod-7b…`, `shop/checkout-…`, `dump.json`. */
  left: z.string(),
  right: z.string(),
  /** How many resources were compared, by section, and how many differ. */
  sections: z.array(
    z.strictObject({ section: z.enum(comparedSections), compared: z.int(), differing: z.int() }),
  ),
  differences: z.array(resourceDifferenceSchema),
  /** More resources differ than `differences` has. */
  moreDifferences: z.int(),
  /** What was left out of the comparison and why, in sentences. */
  leftOut: z.array(z.string()),
});
export type Comparison = z.infer<typeof comparisonSchema>;

export const compareQuery = z.strictObject({
  ...proxyFields,
  /** `<namespace>/<pod>` of the other proxy. */
  with: z
    .string()
    .regex(/^[^/]+\/[^/]+$/, { error: 'is not <namespace>/<pod>' })
    .transform((text) => {
      const [namespace = '', pod = ''] = text.split('/');
      return { namespace, pod };
    })
    .pipe(z.strictObject({ namespace: namespacePart, pod: namePart })),
});
export type CompareQuery = z.output<typeof compareQuery>;
