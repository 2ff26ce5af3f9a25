import { z } from 'zod';
import { accessSettings } from './groups/access.ts';
import { generalSettings } from './groups/general.ts';
import { grafanaSettings } from './groups/grafana.ts';
import { headerSettings } from './groups/header.ts';
import { kubernetesSettings } from './groups/kubernetes.ts';
import { limitSettings } from './groups/limits.ts';
import { prometheusSettings } from './groups/prometheus.ts';
import { proxySettings } from './groups/proxies.ts';
import { serverSettings } from './groups/server.ts';
import { signInSettings } from './groups/sign-in.ts';
import { tracingSettings } from './groups/tracing.ts';
import { factsOf, type SettingFacts } from './setting.ts';

/** Every setting by the name of its environment variable, in the order of docs/configuration.md. */
export const settingsSchema = z.object({
  ...generalSettings,
  ...accessSettings,
  ...signInSettings,
  ...headerSettings,
  ...kubernetesSettings,
  ...proxySettings,
  ...prometheusSettings,
  ...tracingSettings,
  ...grafanaSettings,
  ...limitSettings,
  ...serverSettings,
});

/** A setting as its environment variable and the file have it. */
export type NamedSetting = SettingFacts & { name: string; schema: z.ZodType };

export const settings: readonly NamedSetting[] = Object.entries(settingsSchema.shape).map(
  ([name, schema]) => ({ name, schema, ...factsOf(name, schema) }),
);
