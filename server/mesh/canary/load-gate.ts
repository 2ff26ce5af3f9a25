import type { GateQuery, GateVerdict, GateWebhookBody, gateModes } from '#lib/contract/canary-gate.ts';
import type { Answer } from '#lib/contract/envelope.ts';
import { ViglaError } from '#server/errors.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { gateOf } from './gate.ts';
import { loadCanary } from './load-canary.ts';

/** The exit codes with which a gate is closed. */
const closedAt: Record<(typeof gateModes)[number], readonly GateVerdict['exitCode'][]> = {
  never: [],
  bad: [1],
  undecided: [1, 2],
};

/**
 * The verdict of one split for a pipeline.
 * @throws ViglaError `gate_closed` with the reason, as `fail` wants it; `not_found` and `source_*` as `loadCanary`
 */
export async function loadGate(
  { fail, check, ...query }: GateQuery,
  context: LoadContext,
): Promise<Answer<GateVerdict>> {
  const { data: detail, warnings } = await loadCanary(query, context);
  const data = gateOf(detail, check);
  if (closedAt[fail].includes(data.exitCode)) throw new ViglaError('gate_closed', data.summary);
  return { data, warnings };
}

/** The same for Flagger, which posts whose canary it is; which split is meant stands in the address. @throws as `loadGate` */
export function answerWebhook(query: GateQuery, _: GateWebhookBody, context: LoadContext) {
  return loadGate(query, context);
}
