import type { InjectionDecision, PodInjection } from '#lib/contract/injection.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import { injectedBy } from './injected-parts.ts';

type Options = {
  pod: ObjectOf<'Pod'>;
  decision: InjectionDecision;
  workload: { kind: string; name: string } | undefined;
};

/** How a pod is, beside how it would be if it were born now. */
export function podInjectionOf({ pod, decision, workload }: Options): PodInjection {
  const injected = injectedBy(pod);
  const isOwn = injected?.how === 'gateway' && decision.verdict === 'notInjected';
  const needsRestart = restartReason({ injected, decision });
  return {
    namespace: pod.metadata.namespace ?? '',
    pod: pod.metadata.name,
    ...(workload === undefined ? {} : { workload }),
    isInjected: injected !== undefined,
    ...(injected?.revision === undefined ? {} : { revision: injected.revision }),
    verdict: decision.verdict,
    text: isOwn
      ? 'It is a gateway whose own Deployment has the proxy; the injector has nothing to do.'
      : decision.text,
    ...(needsRestart === undefined ? {} : { needsRestart }),
  };
}

type Compared = { injected: ReturnType<typeof injectedBy>; decision: InjectionDecision };

/** Only where both sides are known: what is undecided asks for nothing. */
function restartReason({ injected, decision }: Compared): string | undefined {
  if (decision.verdict === 'injected' && injected === undefined)
    return 'It has no proxy, but a pod born now would get one: restart it.';
  if (decision.verdict === 'notInjected' && injected !== undefined && injected.how !== 'gateway')
    return 'It has a proxy, but a pod born now would get none: it will lose it with its next restart.';
  const isOther =
    decision.verdict === 'injected' &&
    injected?.revision !== undefined &&
    decision.revision !== undefined &&
    injected.revision !== decision.revision;
  return isOther
    ? `Revision ${injected.revision} injected it, and ${decision.revision} would now: restart it to move it.`
    : undefined;
}
