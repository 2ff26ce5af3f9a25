import { z } from 'zod';
import { evidenceSchema } from './evidence.ts';
import { namePart, namespacePart, namespacesParameter } from './parameters.ts';

/** `conflict`: more than one webhook would inject; `undecided`: something that decides could not be read. */
export const injectionVerdicts = ['injected', 'notInjected', 'conflict', 'undecided'] as const;
export type InjectionVerdict = (typeof injectionVerdicts)[number];

/** One thing that decides, in the order in which the API server and Istio's injector look at them. */
export const injectionStepSchema = z.strictObject({
  title: z.string(),
  outcome: z.enum(['passes', 'stops', 'injects', 'undecided']),
  text: z.string(),
  evidence: z.array(evidenceSchema),
});
export type InjectionStep = z.infer<typeof injectionStepSchema>;

/** Whether one webhook configuration is called for a pod; `parts` are its webhooks, each with what keeps it away. */
export const webhookVerdictSchema = z.strictObject({
  webhook: z.string(),
  revision: z.string(),
  tag: z.string().optional(),
  isDeactivated: z.boolean(),
  matches: z.boolean(),
  text: z.string(),
  parts: z.array(z.strictObject({ name: z.string(), matches: z.boolean(), mismatches: z.array(z.string()) })),
});
export type WebhookVerdict = z.infer<typeof webhookVerdictSchema>;

export const injectionDecisionSchema = z.strictObject({
  verdict: z.enum(injectionVerdicts),
  /** A sentence. */
  text: z.string(),
  fix: z.string().optional(),
  revision: z.string().optional(),
  /** Names of the templates that would be laid over the pod. */
  templates: z.array(z.string()),
  steps: z.array(injectionStepSchema),
  webhooks: z.array(webhookVerdictSchema),
});
export type InjectionDecision = z.infer<typeof injectionDecisionSchema>;

/** One setting of what was injected, in words: what it is, how it stands there, what that means. */
export const injectedSettingSchema = z.strictObject({
  title: z.string(),
  value: z.string(),
  text: z.string().optional(),
  /** Differs from what Istio does when nothing is said. */
  isChanged: z.boolean(),
  evidence: z.string(),
});
export type InjectedSetting = z.infer<typeof injectedSettingSchema>;

/** What the injector put into a pod, read from the pod itself. */
export const injectedSchema = z.strictObject({
  how: z.enum(['nativeSidecar', 'container', 'gateway', 'proxyless']),
  revision: z.string().optional(),
  image: z.string().optional(),
  containers: z.array(z.string()),
  initContainers: z.array(z.string()),
  volumes: z.array(z.string()),
  /** How traffic is led to the proxy, ports captured and excluded. */
  redirection: z.array(injectedSettingSchema),
  proxy: z.array(injectedSettingSchema),
});
export type Injected = z.infer<typeof injectedSchema>;

export const podInjectionSchema = z.strictObject({
  namespace: z.string(),
  pod: z.string(),
  workload: z.strictObject({ kind: z.string(), name: z.string() }).optional(),
  isInjected: z.boolean(),
  /** By its own annotation; absent when it was not injected. */
  revision: z.string().optional(),
  verdict: z.enum(injectionVerdicts),
  /** What a pod born now would get. */
  text: z.string(),
  /** It differs from what it would be if it were born now. */
  needsRestart: z.string().optional(),
});
export type PodInjection = z.infer<typeof podInjectionSchema>;

export const namespaceInjectionSchema = z.strictObject({
  namespace: z.string(),
  labels: z.record(z.string(), z.string()),
  mode: z.enum(['sidecar', 'ambient', 'none']),
  /** Of a pod without labels of its own. */
  verdict: z.enum(injectionVerdicts),
  text: z.string(),
  webhook: z.string().optional(),
  revision: z.string().optional(),
  pods: z.strictObject({ total: z.int(), injected: z.int(), needRestart: z.int() }),
});
export type NamespaceInjection = z.infer<typeof namespaceInjectionSchema>;

export const injectionQuery = z.strictObject({ namespaces: namespacesParameter });
export type InjectionQuery = z.output<typeof injectionQuery>;

export const injectionSchema = z.strictObject({
  namespaces: z.array(namespaceInjectionSchema),
  pods: z.array(podInjectionSchema),
  webhooks: z.array(
    z.strictObject({
      name: z.string(),
      revision: z.string(),
      tag: z.string().optional(),
      isDeactivated: z.boolean(),
      failurePolicy: z.string(),
      service: z.string(),
      /** Namespaces whose plain pods it injects. */
      namespaces: z.array(z.string()),
    }),
  ),
});
export type Injection = z.infer<typeof injectionSchema>;

export const podInjectionQuery = z.strictObject({ namespace: namespacePart, pod: namePart });
export type PodInjectionQuery = z.output<typeof podInjectionQuery>;

export const podInjectionDetailSchema = z.strictObject({
  pod: podInjectionSchema,
  decision: injectionDecisionSchema,
  injected: injectedSchema.optional(),
  command: z.string(),
});
export type PodInjectionDetail = z.infer<typeof podInjectionDetailSchema>;

export const injectionTrialQuery = z.strictObject({});
/** `manifest` is YAML or JSON of a Pod or of anything with a pod template; `namespace` counts where it names none. */
export const injectionTrialBody = z.strictObject({
  namespace: namespacePart,
  // More of YAML would keep the server from other requests.
  manifest: z.string().min(1).max(100_000),
});
export type InjectionTrialBody = z.output<typeof injectionTrialBody>;
export const injectionTrialSchema = z.strictObject({
  subjects: z.array(
    z.strictObject({
      kind: z.string(),
      name: z.string(),
      namespace: z.string(),
      decision: injectionDecisionSchema,
    }),
  ),
});
export type InjectionTrial = z.infer<typeof injectionTrialSchema>;
