import { z } from 'zod';

export const meshConfigurationQuery = z.strictObject({});
export type MeshConfigurationQuery = z.output<typeof meshConfigurationQuery>;

/** Where a value comes from: the ConfigMap of the mesh, istiod's own default, or somewhere that left no trace. */
export const settingSources = ['configMap', 'default', 'elsewhere'] as const;

/** What one revision has for a setting; lists and objects are JSON on one line. */
export const settingValueSchema = z.strictObject({
  revision: z.string(),
  /** Absent where it is not set. */
  value: z.string().optional(),
  isChanged: z.boolean(),
  source: z.enum(settingSources),
  /** Of the ConfigMap's text `mesh`, from 1. */
  line: z.int().optional(),
});
export type SettingValue = z.infer<typeof settingValueSchema>;

export const settingSchema = z.strictObject({
  path: z.string(),
  default: z.string().optional(),
  meaning: z.string().optional(),
  note: z.string().optional(),
  /** False for one that Vigla does not know: its default is not known either. */
  isKnown: z.boolean(),
  isChanged: z.boolean(),
  /** Not all revisions have the same. */
  differs: z.boolean(),
  values: z.array(settingValueSchema),
});
export type Setting = z.infer<typeof settingSchema>;

/** A pod whose annotation `proxy.istio.io/config` overrides parts of `defaultConfig`. */
export const proxyOverrideSchema = z.strictObject({
  namespace: z.string(),
  pod: z.string(),
  keys: z.array(z.string()),
});
export type ProxyOverride = z.infer<typeof proxyOverrideSchema>;

export const meshConfigurationSchema = z.strictObject({
  revisions: z.array(
    z.strictObject({ revision: z.string(), replica: z.string(), configMap: z.string().optional() }),
  ),
  settings: z.array(settingSchema),
  overrides: z.array(proxyOverrideSchema),
});
export type MeshConfiguration = z.infer<typeof meshConfigurationSchema>;
