import type { ProblemRule } from './problem-rule.ts';

/** No request gets as far as this rule. */
export const unreachable: ProblemRule = ({ rule }) =>
  rule.isUnreachable
    ? [
        {
          id: 'unreachable',
          text: 'A rule before this one takes every request that it would take: it is never reached.',
        },
      ]
    : [];
