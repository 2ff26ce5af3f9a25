import { z } from 'zod';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import type { ConfiguredRule, Destination } from './configured-route.ts';
import { serviceDestination } from './destination.ts';

type Rule = ObjectOf<'HTTPRoute'>['spec']['rules'][number];
type Backend = Rule['backendRefs'][number];

/** What a backend is called; Istio's own kind `Hostname` names any host. Source: Gateway API's BackendObjectReference. */
export function backendDestination(
  { kind = 'Service', name, namespace, port }: Backend,
  ownNamespace: string,
): Destination {
  return {
    ...(kind === 'Service'
      ? serviceDestination({ namespace: namespace ?? ownNamespace, name })
      : { host: kind === 'Hostname' ? name : `${kind} ${namespace ?? ownNamespace}/${name}` }),
    ...(port === undefined ? {} : { port }),
  };
}

const fractionSchema = z.looseObject({
  fraction: z.looseObject({ numerator: z.number(), denominator: z.number().positive().default(100) }),
});

/** Backends that get copies; without a percentage or fraction of every request. */
export function backendMirrors({ filters = [] }: Rule, namespace: string): ConfiguredRule['mirrors'] {
  return filters.flatMap(({ requestMirror }) => {
    if (requestMirror?.backendRef === undefined) return [];
    const fraction = fractionSchema.safeParse(requestMirror);
    const percent = fraction.success
      ? (100 * fraction.data.fraction.numerator) / fraction.data.fraction.denominator
      : (requestMirror.percent ?? 100);
    return [{ ...backendDestination(requestMirror.backendRef, namespace), percent }];
  });
}

const retrySchema = z.looseObject({ retry: z.looseObject({ attempts: z.number() }) });
const persistenceSchema = z.looseObject({
  sessionPersistence: z.looseObject({
    sessionName: z.string().optional(),
    type: z.string().default('Cookie'),
  }),
});

/** Retries and session persistence, both experimental in the Gateway API. */
export function ruleExtras(rule: Rule): Pick<ConfiguredRule, 'retryAttempts' | 'stickiness'> {
  const retry = retrySchema.safeParse(rule);
  const persistence = persistenceSchema.safeParse(rule);
  return {
    ...(retry.success ? { retryAttempts: Math.max(0, retry.data.retry.attempts) } : {}),
    ...(persistence.success ? { stickiness: stickinessWords(persistence.data.sessionPersistence) } : {}),
  };
}

function stickinessWords({ type, sessionName }: { type: string; sessionName?: string | undefined }): string {
  return `session persistence by ${type.toLowerCase()}${sessionName === undefined ? '' : ` ${sessionName}`}`;
}
