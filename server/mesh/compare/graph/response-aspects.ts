import type { GraphEdge } from '#lib/contract/graph.ts';
import { formatShare } from '#lib/format-share.ts';
import { ownReporter } from '#lib/graph/own-reporter.ts';
import { sharesDiffer } from './beyond-chance.ts';
import type { ChangedAspect } from './changed-aspects.ts';
import { rateOf } from './edge-figures.ts';
import { margins } from './margins.ts';

/** Response codes, with their flags, that are returned more or less often; `-` is no response. */
export function changedResponses(before: GraphEdge, after: GraphEdge): ChangedAspect[] {
  if (before.responses === undefined || after.responses === undefined) return [];
  const [was, is] = [sharesOf(before), sharesOf(after)];
  const changed = [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((answer) => {
    const [left, right] = [was.get(answer) ?? 0, is.get(answer) ?? 0];
    const isChanged =
      Math.abs(right - left) >= margins.share &&
      sharesDiffer(
        { share: left, total: before.requestCount ?? 0 },
        { share: right, total: after.requestCount ?? 0 },
      );
    return isChanged ? [{ answer, left, right }] : [];
  });
  if (changed.length === 0) return [];
  const says = changed.map(
    ({ answer, left, right }) => `${answer} ${formatShare(left)} → ${formatShare(right)}`,
  );
  const weight = Math.max(
    ...changed.map(({ left, right }) => Math.abs(right * rateOf(after) - left * rateOf(before))),
  );
  return [{ aspect: 'responses', says: `Responses: ${says.join(', ')}.`, weight }];
}

/** Shares by code and flags, as the reporter saw them whose answers stand for the edge. */
function sharesOf(edge: GraphEdge): Map<string, number> {
  const reporter = ownReporter(edge);
  const shares = new Map<string, number>();
  for (const { code, flags, share, reporter: by } of edge.responses ?? []) {
    if (by !== reporter) continue;
    const answer = flags === '-' || flags === '' ? wordOf(code) : `${wordOf(code)} ${flags}`;
    shares.set(answer, (shares.get(answer) ?? 0) + share);
  }
  return shares;
}

function wordOf(code: string): string {
  return code === '-' ? 'no response' : code;
}
