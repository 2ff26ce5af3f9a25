import type { Explanation } from '#lib/contract/evidence.ts';
import type { GraphNode } from '#lib/contract/graph.ts';
import type { DecoratorFacts } from '../../decorator.ts';
import type { GraphDraft } from '../../graph-draft.ts';
import { registrationAdvice } from './registered-host.ts';
import { callsEvidence, listed, policyEvidence, unregisteredCallers } from './unregistered-calls.ts';

/** Why requests end in the caller's own proxy: which hosts are blocked, for whom, and by which object. */
export function explainBlackHole(node: GraphNode, draft: GraphDraft, facts: DecoratorFacts): Explanation {
  const callers = unregisteredCallers(node, draft, facts);
  const hosts = [...new Set(callers.flatMap((caller) => caller.hosts))].sort();
  const series = callsEvidence(node, draft, facts.windowSeconds);
  const who = callers.length === 0 ? 'somebody' : listed(callers.map(({ name }) => name));
  const intro = `Requests of ${who} to ${hosts.length === 0 ? 'unregistered addresses' : listed(hosts)} are blocked by the caller's own proxy: nothing that it may call has this name.`;
  if (!facts.objectsKnown) {
    return {
      text: `${intro} The objects could not be read, so the setting that blocks it is not known.`,
      evidence: series,
    };
  }
  const blocking = callers.filter(({ policy }) => policy?.mode === 'REGISTRY_ONLY');
  const unexplained = callers
    .filter(({ policy }) => policy?.mode !== 'REGISTRY_ONLY')
    .map(({ name }) => name);
  const because = blocking.length === 0 ? '' : ' The outbound traffic policy is REGISTRY_ONLY.';
  const unknown =
    unexplained.length === 0 ? '' : ` For ${listed(unexplained)} no object says REGISTRY_ONLY now.`;
  const advice = registrationAdvice(callers, facts);
  const command = [...blocking, ...callers].find(({ policy }) => policy !== undefined)?.policy?.command;
  const alternative =
    blocking.length === 0 ? '' : ' Or allow every host: outboundTrafficPolicy.mode ALLOW_ANY.';
  return {
    text: `${intro}${because}${unknown}`,
    ...(advice.text === '' ? {} : { fix: `${advice.text}${alternative}` }),
    evidence: [...series, ...policyEvidence(callers), ...advice.evidence],
    ...(command === undefined ? {} : { command }),
  };
}
