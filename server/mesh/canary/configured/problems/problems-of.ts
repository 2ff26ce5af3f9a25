import { missingGateway } from './missing-gateway.ts';
import { otherPort } from './other-port.ts';
import type { Problem, ProblemRule, SplitFacts } from './problem-rule.ts';
import { sameVersions } from './same-versions.ts';
import { twoRoutes } from './two-routes.ts';
import { unreachable } from './unreachable.ts';
import { versionProblems } from './version-problems.ts';
import { weightProblems } from './weight-problems.ts';

/** In the order in which they are told: what keeps the rule from holding at all comes first. */
const problemRules: readonly ProblemRule[] = [
  unreachable,
  missingGateway,
  twoRoutes,
  weightProblems,
  versionProblems,
  sameVersions,
  otherPort,
];

/** What is odd about a weighted rule itself, each a sentence that names it. */
export function problemsOf(facts: SplitFacts): Problem[] {
  return problemRules.flatMap((rule) => rule(facts));
}
