import type { Json } from '#server/mesh/proxy/json/json.ts';

/**
 * Two forms of a value laid over each other. What is the same is kept as it is on the right; a value that only one side has
 * is `different` with the other side undefined.
 */
export type Overlay =
  | { kind: 'same'; value: Json }
  | { kind: 'different'; left: Json | undefined; right: Json | undefined }
  | { kind: 'object'; entries: { key: string; overlay: Overlay }[] }
  | { kind: 'list'; items: { index: number; overlay: Overlay }[] };
