import type { ProblemRule } from './problem-rule.ts';

/** Versions that telemetry cannot tell apart: one destination written twice, or subsets that choose the same workload. */
export const sameVersions: ProblemRule = ({ drafts }) => {
  const versions = drafts.map(({ version }) => version);
  const [only] = versions;
  if (only !== undefined && versions.length === 1)
    return [
      {
        id: 'one-version',
        text: `All its destinations are the same, ${only.name}: there is nothing to split.`,
      },
    ];
  return versions.flatMap((one, index) =>
    versions.slice(index + 1).flatMap((other) => {
      const shared =
        one.host === other.host ? one.workloads.filter((name) => other.workloads.includes(name)) : [];
      return shared.length === 0
        ? []
        : [
            {
              id: 'same-workload',
              text: `${one.name} and ${other.name} both choose pods of ${shared.join(', ')}: telemetry cannot tell their requests apart.`,
            },
          ];
    }),
  );
};
