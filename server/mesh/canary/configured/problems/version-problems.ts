import type { ProblemRule } from './problem-rule.ts';

/** What stands behind a version that gets requests: a subset without definition or pods, a host that nobody has. */
export const versionProblems: ProblemRule = ({ drafts }) =>
  drafts.flatMap(({ version, problemId }) =>
    version.problem === undefined || problemId === undefined || version.weight === 0
      ? []
      : [{ id: problemId, text: `${version.name}: ${version.problem}.` }],
  );
