import type { Requirement } from '#lib/contract/details.ts';
import type { Evidence } from '#lib/contract/evidence.ts';
import type { ObjectKind } from '#lib/objects/kinds.ts';
import type { ListFacts } from '#server/mesh/inventory/list-facts.ts';

/** What is known beside the workload or Service that is judged. */
export type RequirementFacts = {
  list: Pick<ListFacts, 'inventory' | 'namespaceOf'>;
  unread: readonly ObjectKind[];
};

/** One requirement of Istio: code, words and check in one place. `check` answers nothing but what it can prove. */
export type RequirementRule<Subject> = {
  id: string;
  title: string;
  check(subject: Subject): Verdict;
};

export type Verdict = {
  state: Requirement['state'];
  text: string;
  fix?: string;
  evidence?: Evidence[];
  command?: string;
  /** Those that do not meet it. */
  pods?: string[];
};

export function judge<Subject>(rules: readonly RequirementRule<Subject>[], subject: Subject): Requirement[] {
  return rules.map(({ id, title, check }) => {
    const { state, text, fix, evidence = [], command, pods = [] } = check(subject);
    const why = {
      text,
      evidence,
      ...(fix === undefined ? {} : { fix }),
      ...(command === undefined ? {} : { command }),
    };
    return { id, title, state, why, pods };
  });
}

/** Proof out of a Kubernetes field. */
export function object(text: string): Evidence {
  return { kind: 'object', text };
}
