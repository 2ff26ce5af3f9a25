import type { Answer } from '#lib/contract/envelope.ts';
import {
  type MeshProblem,
  type MeshProblems,
  type MeshProblemsQuery,
  problemSeverities,
} from '#lib/contract/mesh-problems.ts';
import { loadReplies } from '#server/mesh/istiod/load-replies.ts';
import { mergeLists, parseAnswers, textAnswers } from '#server/mesh/istiod/merge-answers.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { connectedProxies } from './connected-proxies.ts';
import { distinctWarnings } from './distinct-warnings.ts';
import { loadObjects } from './load-objects.ts';
import { failingMetrics } from './problems/failing-metrics.ts';
import { pushProblems } from './problems/push-problems.ts';
import { refusedByProxies } from './problems/refused-by-proxies.ts';

const lastPushOnly =
  'istiod remembers the problems of its last push only: after a push to a few proxies its list may be empty although nothing changed.';

/** What istiod complains of: its last push, proxies that refuse, and its own counters of failures; worst first. */
export async function loadMeshProblems(
  _query: MeshProblemsQuery,
  context: LoadContext,
): Promise<Answer<MeshProblems>> {
  const missing = 'What istiod complains of';
  const [read, push, syncz, metrics] = await Promise.all([
    loadObjects(context),
    loadReplies({ endpoint: 'push_status' }, missing, context),
    loadReplies({ endpoint: 'syncz' }, missing, context),
    loadReplies({ endpoint: 'metrics' }, missing, context),
  ]);
  const pushes = parseAnswers(push.replies);
  const connections = mergeLists(syncz.replies);
  const texts = textAnswers(metrics.replies);
  const problems = [
    ...pushProblems(pushes.answers, read.facts.objects),
    ...refusedByProxies(connectedProxies(connections.entries)),
    ...failingMetrics(texts.answers),
  ];
  return {
    data: { problems: problems.sort(worstFirst), notes: [lastPushOnly] },
    warnings: distinctWarnings(
      [read, push, syncz, metrics, pushes, connections, texts].flatMap(({ warnings }) => warnings),
    ),
  };
}

function worstFirst(left: MeshProblem, right: MeshProblem): number {
  return problemSeverities.indexOf(left.severity) - problemSeverities.indexOf(right.severity);
}
