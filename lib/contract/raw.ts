import { z } from 'zod';
import { parseJsonPath } from '#lib/json/json-path.ts';
import { flagParameter } from './parameters.ts';
import { proxyFields } from './proxies.ts';

/** Whose dump: the proxy's own, or what istiod has for it. */
export const rawSources = ['envoy', 'istiod'] as const;
export type RawSource = (typeof rawSources)[number];

const documentFields = { ...proxyFields, source: z.enum(rawSources).default('envoy') };

/** A place in a document, e.g. `configs[1].dynamic_listeners[3]["a.b"]`; empty for all of it. */
const pathParameter = z
  .string()
  .default('')
  .refine((text) => parseJsonPath(text) !== undefined, {
    error: 'is no path such as configs[1].dynamic_listeners[3]["a.b"]',
  });

export const rawQuery = z.strictObject({ ...documentFields, path: pathParameter });
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

export const treeNodeTypes = ['object', 'list', 'text', 'number', 'boolean', 'null'] as const;
export type TreeNodeType = (typeof treeNodeTypes)[number];

/** One entry of an object or a list. */
const treeNodeSchema = z.strictObject({
  /** The field, or the place in the list. */
  key: z.string(),
  path: z.string(),
  type: z.enum(treeNodeTypes),
  /** Entries of an object or a list. */
  childCount: z.int(),
  /** As compact JSON. */
  byteCount: z.int(),
  /** Of what is neither object nor list; long texts are cut. */
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]).optional(),
  isCut: z.boolean().optional(),
  /** What an object is called: its name, or its type. */
  title: z.string().optional(),
});
export type TreeNode = z.infer<typeof treeNodeSchema>;

/** A run of the entries of one object or list. */
const treeSliceSchema = z.strictObject({
  path: z.string(),
  type: z.enum(treeNodeTypes),
  childCount: z.int(),
  byteCount: z.int(),
  /** Which run: `treePageSize` entries each, from 0 on. */
  page: z.int(),
  nodes: z.array(treeNodeSchema),
});
export type TreeSlice = z.infer<typeof treeSliceSchema>;

/** How many entries of an object or a list come at once. */
export const treePageSize = 200;

export const rawTreeQuery = z.strictObject({
  ...documentFields,
  path: pathParameter,
  page: z.coerce.number().int().nonnegative().default(0),
  /** The runs of everything above the path, too, so that it can be seen at its place. */
  reveal: flagParameter(false),
});
export type RawTreeQuery = z.output<typeof rawTreeQuery>;

export const rawTreeSchema = z.strictObject({
  /** As the document writes it. */
  path: z.string(),
  /** From the document down. */
  slices: z.array(treeSliceSchema),
});
export type RawTree = z.infer<typeof rawTreeSchema>;

export const rawSearchQuery = z.strictObject({
  ...documentFields,
  /** Stands in a field's name or a value, whatever its letters' case. */
  text: z.string().trim().min(2, { error: 'must have at least two characters' }).max(200),
});
export type RawSearchQuery = z.output<typeof rawSearchQuery>;

export const rawSearchSchema = z.strictObject({
  /** The places in the order of the document; the first thousand. */
  paths: z.array(z.string()),
  /** All that there are. */
  count: z.int(),
});
export type RawSearch = z.infer<typeof rawSearchSchema>;

export const rawDownloadQuery = z.strictObject(documentFields);
export type RawDownloadQuery = z.output<typeof rawDownloadQuery>;
