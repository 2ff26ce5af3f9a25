import { formatShare } from '#lib/format-share.ts';
import type { Problem, ProblemRule } from './problem-rule.ts';

/**
 * Weights that do not say what they seem to. Envoy takes weights as shares of their sum and leaves out those of 0; sums
 * other than 100 only matter to readers of a VirtualService, whose weights are meant as percentages.
 */
export const weightProblems: ProblemRule = (facts) => [...oddWeights(facts), ...sumProblems(facts)];

function oddWeights({ rule, drafts }: Parameters<ProblemRule>[0]): Problem[] {
  return rule.destinations.flatMap(({ written }, index) => {
    const name = drafts[index]?.version.name ?? '';
    const isMesh = rule.object.kind === 'VirtualService';
    return [
      ...written
        .filter((weight) => weight !== undefined && !(Number.isFinite(weight) && weight >= 0))
        .map((weight) => ({
          id: 'odd-weight',
          text: `The weight ${weight} of ${name} is none and counts as 0.`,
        })),
      ...(isMesh && written.includes(undefined)
        ? [{ id: 'no-weight', text: `${name} has no weight: among several destinations it gets nothing.` }]
        : []),
    ];
  });
}

function sumProblems({ rule, drafts }: Parameters<ProblemRule>[0]): Problem[] {
  const versions = drafts.map(({ version }) => version);
  const sum = versions.reduce((total, { weight }) => total + weight, 0);
  const isMesh = rule.object.kind === 'VirtualService';
  if (sum === 0) {
    const what = isMesh ? 'no request is sent on' : 'proxies answer every request with 500 themselves';
    return [{ id: 'all-zero', text: `All weights are 0: ${what}.` }];
  }
  const zero = versions.filter(
    ({ weight }, index) => weight === 0 && isWritten(rule.destinations[index]?.written),
  );
  const shares = versions
    .filter(({ weight }) => weight > 0)
    .map(({ name, share }) => `${name} gets ${formatShare(share)}`);
  return [
    ...(isMesh && sum !== 100
      ? [
          {
            id: 'weight-sum',
            text: `Weights add up to ${sum}, not 100: Envoy takes them as shares of ${sum}, so ${shares.join(' and ')}.`,
          },
        ]
      : []),
    ...(zero.length === 0
      ? []
      : [
          {
            id: 'zero-weight',
            text: `${zero.map(({ name }) => name).join(' and ')} ${zero.length === 1 ? 'has' : 'have'} weight 0: proxies leave ${zero.length === 1 ? 'it' : 'them'} out, so requests that arrive there came another way.`,
          },
        ]),
  ];
}

/** A missing or odd weight has its own sentence. */
function isWritten(written: readonly (number | undefined)[] = []): boolean {
  return written.every((weight) => weight === 0);
}
