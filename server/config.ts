import { z } from 'zod';
import { parseDurationSeconds } from '#lib/duration.ts';
import { healthRulesSchema } from '#lib/health-tolerances.ts';
import { ViglaError } from './errors.ts';
import { parseMatchers } from './metrics/parse-matchers.ts';

const duration = z.string().transform((text, context) => {
  const seconds = parseDurationSeconds(text);
  if (seconds === undefined || seconds === 0) {
    context.addIssue({ code: 'custom', message: `"${text}" is not a duration such as 20s` });
    return z.NEVER;
  }
  return seconds * 1000;
});

/** `Name: value` pairs, one a line or separated by `;`. */
const headers = z.string().transform((text, context) => {
  const pairs: Record<string, string> = {};
  for (const line of text.split(/[\n;]/).filter((part) => part.trim() !== '')) {
    const [, name, value] = /^\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+)\s*:\s*(.*?)\s*$/.exec(line) ?? [];
    if (name === undefined || value === undefined) {
      context.addIssue({ code: 'custom', message: 'must be headers as "Name: value", separated by ";"' });
      return z.NEVER;
    }
    pairs[name] = value;
  }
  return pairs;
});

const matchers = z.string().transform((text, context) => {
  const parsed = parseMatchers(text);
  if (parsed === undefined) {
    context.addIssue({ code: 'custom', message: 'must be label matchers such as cluster="east",tenant="a"' });
    return z.NEVER;
  }
  return parsed;
});

const healthRules = z.string().transform((text, context) => {
  try {
    const parsed = healthRulesSchema.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    context.addIssue({ code: 'custom', message: `${issue?.path.join('.')}: ${issue?.message}` });
  } catch {
    context.addIssue({ code: 'custom', message: 'must be JSON: a list of tolerances' });
  }
  return z.NEVER;
});

const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http or https address' });

/** Every environment variable that Vigla reads; docs/configuration.md says what each does. */
const environmentSchema = z.object({
  VIGLA_MODE: z.enum(['demo', 'cluster']).default('cluster'),
  VIGLA_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  VIGLA_HEALTH_TOLERANCES: healthRules.default([]),
  VIGLA_ROOT_NAMESPACE: z.string().min(1).default('istio-system'),
  VIGLA_AUTH: z.enum(['anonymous']).default('anonymous'),
  VIGLA_IMPERSONATE: z.enum(['true', 'false']).default('false'),
  KUBECONFIG: z.string().min(1).optional(),
  KUBE_CONTEXT: z.string().min(1).optional(),
  VIGLA_WRITES: z.enum(['true', 'false']).default('false'),
  VIGLA_ANSWER_LIMIT_MB: z.coerce.number().positive().max(1024).default(64),
  ISTIOD_TIMEOUT: duration.default(10_000),
  PROXY_TIMEOUT: duration.default(20_000),
  PROMETHEUS_URL: httpUrl.optional(),
  PROMETHEUS_TIMEOUT: duration.default(20_000),
  PROMETHEUS_HEADERS: headers.optional(),
  PROMETHEUS_BEARER_TOKEN: z.string().min(1).optional(),
  PROMETHEUS_USERNAME: z.string().min(1).optional(),
  PROMETHEUS_PASSWORD: z.string().optional(),
  PROMETHEUS_CA_FILE: z.string().min(1).optional(),
  PROMETHEUS_INSECURE_SKIP_VERIFY: z.enum(['true', 'false']).default('false'),
  PROMETHEUS_EXTRA_MATCHERS: matchers.optional(),
  TRACING_URL: httpUrl.optional(),
  TRACING_PROVIDER: z.enum(['auto', 'jaeger', 'tempo']).default('auto'),
  TRACING_EXTERNAL_URL: httpUrl.optional(),
  TRACING_TIMEOUT: duration.default(20_000),
  TRACING_HEADERS: headers.optional(),
  TRACING_BEARER_TOKEN: z.string().min(1).optional(),
  TRACING_USERNAME: z.string().min(1).optional(),
  TRACING_PASSWORD: z.string().optional(),
  TRACING_CA_FILE: z.string().min(1).optional(),
  TRACING_INSECURE_SKIP_VERIFY: z.enum(['true', 'false']).default('false'),
});

export type Config = Readonly<z.output<typeof environmentSchema>>;

/**
 * Reads the environment once, at start. An empty variable counts as unset.
 * @throws ViglaError `bad_configuration` that names the variable and says what it must be
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(set);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ViglaError('bad_configuration', `${issue?.path.join('.')}: ${issue?.message}`);
  }
  const config = parsed.data;
  if (config.VIGLA_MODE === 'cluster' && config.PROMETHEUS_URL === undefined) {
    throw new ViglaError(
      'bad_configuration',
      'PROMETHEUS_URL: is not set; give the address of the Prometheus that scrapes the mesh, or start the demo',
    );
  }
  return Object.freeze(config);
}
