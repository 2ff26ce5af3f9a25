import type { Explanation } from '#lib/contract/evidence.ts';
import type { GraphNode } from '#lib/contract/graph.ts';
import type { DecoratorFacts } from '../../decorator.ts';
import type { GraphDraft } from '../../graph-draft.ts';
import { registrationAdvice } from './registered-host.ts';
import { callsEvidence, listed, policyEvidence, unregisteredCallers } from './unregistered-calls.ts';

/** Why requests leave the mesh unmanaged: which hosts, whose calls, and the policy that lets them. */
export function explainPassthrough(node: GraphNode, draft: GraphDraft, facts: DecoratorFacts): Explanation {
  const callers = unregisteredCallers(node, draft, facts);
  const hosts = [...new Set(callers.flatMap((caller) => caller.hosts))].sort();
  const series = callsEvidence(node, draft, facts.windowSeconds);
  const who = `${listed(callers.map(({ name }) => name))} ${callers.length === 1 ? 'calls' : 'call'} ${hosts.length === 0 ? 'addresses' : listed(hosts)}`;
  const intro = `${callers.length === 0 ? 'Somebody calls hosts' : who}, which no Service or ServiceEntry that they see stands for. Such traffic is passed on as it is: no route, retry or policy of the mesh applies to it.`;
  if (!facts.objectsKnown) {
    return {
      text: `${intro} The objects could not be read, so the setting that allows it is not known.`,
      evidence: series,
    };
  }
  const unresolved = callers.filter(({ policy }) => policy?.mode === undefined).map(({ name }) => name);
  const allowed = callers.some(({ policy }) => policy?.mode === 'ALLOW_ANY');
  const because = allowed ? ' It may leave, because the outbound traffic policy is ALLOW_ANY.' : '';
  const unknown =
    unresolved.length === 0 ? '' : ` For ${listed(unresolved)} no object was found that says so.`;
  const advice = registrationAdvice(callers, facts);
  const command = callers.find(({ policy }) => policy !== undefined)?.policy?.command;
  return {
    text: `${intro}${because}${unknown}`,
    ...(advice.text === '' ? {} : { fix: advice.text }),
    evidence: [...series, ...policyEvidence(callers), ...advice.evidence],
    ...(command === undefined ? {} : { command }),
  };
}
