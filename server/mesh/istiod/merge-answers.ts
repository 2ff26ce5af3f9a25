import type { Warning } from '#lib/contract/envelope.ts';
import type { IstiodAnswer, IstiodFailure } from '#lib/proxy/istiod-endpoints.ts';

/** The parsed answers of the replicas that gave one, and a warning for each that did not. */
export type ReplicaAnswers = { answers: { replica: string; value: unknown }[]; warnings: Warning[] };

const decoder = new TextDecoder();

/** Each replica's JSON; an answer that is none is a warning that names the replica. */
export function parseAnswers(answers: readonly IstiodAnswer[]): ReplicaAnswers {
  const parsed: ReplicaAnswers = { answers: [], warnings: [] };
  for (const { replica, body, failure } of answers) {
    if (failure !== undefined) parsed.warnings.push(replicaWarning(replica, failure));
    else parseInto(parsed, replica, decoder.decode(body));
  }
  return parsed;
}

/** The lists of all replicas as one, each entry with the replica that has it: for what each replica knows in part. */
export function mergeLists(answers: readonly IstiodAnswer[]): {
  entries: { replica: string; value: unknown }[];
  warnings: Warning[];
} {
  const parsed = parseAnswers(answers);
  const entries = parsed.answers.flatMap(({ replica, value }) =>
    Array.isArray(value) ? value.map((entry: unknown) => ({ replica, value: entry })) : [],
  );
  return { entries, warnings: parsed.warnings };
}

function parseInto({ answers, warnings }: ReplicaAnswers, replica: string, text: string): void {
  try {
    // A replica that has nothing to say sends an empty body or `null`.
    answers.push({ replica, value: text.trim() === '' ? null : JSON.parse(text) });
  } catch {
    const message = `sent something that is no JSON, or was cut off after ${text.length} characters.`;
    warnings.push(replicaWarning(replica, { code: 'failed', message }));
  }
}

function replicaWarning(replica: string, { code, message }: IstiodFailure): Warning {
  return { code: `istiod_${code}`, source: 'istiod', message: `istiod ${replica}: ${message}` };
}
