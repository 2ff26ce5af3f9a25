import type { GateQuery, GateVerdict, GateWebhookBody, gateModes } from '#lib/contract/canary-gate.ts';
import type { Answer } from '#lib/contract/envelope.ts';
import { ViglaError } from '#server/errors.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { gateOf } from './gate.ts';
import { isUnobserved } from './judged-answer.ts';
import { loadObservedCanary } from './load-observed-canary.ts';
import { loadSplitAnswer } from './load-split-answer.ts';

/** The exit codes with which a gate is closed. */
const closedAt: Record<(typeof gateModes)[number], readonly GateVerdict['exitCode'][]> = {
  never: [],
  bad: [1],
  undecided: [1, 2],
};

/**
 * The verdict of one split for a pipeline. What it judges by has to be read: no gate passes for lack of data, so where a
 * page shows the rest, this fails.
 * @throws ViglaError `gate_closed` with the reason, as `fail` wants it; `not_found` that names the splits that there are;
 * the metric store's own
 */
export async function loadGate(
  { fail, check, ...query }: GateQuery,
  context: LoadContext,
): Promise<Answer<GateVerdict>> {
  const { answer, ...found } = await loadSplitAnswer(query, context);
  if (isUnobserved(answer)) throw answer.failure;
  const loaded = await loadObservedCanary({ ...found, answer }, query.range, context);
  if (check === 'all' && 'latencyFailure' in loaded) throw loaded.latencyFailure;
  const data = gateOf(loaded.data, check);
  if (closedAt[fail].includes(data.exitCode)) throw new ViglaError('gate_closed', data.summary);
  return { data, warnings: loaded.warnings };
}

/** The same for Flagger, which posts whose canary it is; which split is meant stands in the address. @throws as `loadGate` */
export function answerWebhook(query: GateQuery, _: GateWebhookBody, context: LoadContext) {
  return loadGate(query, context);
}
