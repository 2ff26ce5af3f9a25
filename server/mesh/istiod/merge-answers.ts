import type { Warning } from '#lib/contract/envelope.ts';
import type { IstiodAnswer, IstiodFailure } from '#lib/proxy/istiod-endpoints.ts';

/** The parsed answers of the replicas that gave one, and a warning for each that did not. */
export type ReplicaAnswers = { answers: ReplicaAnswer<unknown>[]; warnings: Warning[] };
/** What one replica said. */
export type ReplicaAnswer<Value> = { replica: string; revision?: string | undefined; value: Value };

const decoder = new TextDecoder();

/** Each replica's JSON; an answer that is none is a warning that names the replica. */
export function parseAnswers(answers: readonly IstiodAnswer[]): ReplicaAnswers {
  const parsed: ReplicaAnswers = { answers: [], warnings: [] };
  for (const { replica, revision, body, failure } of answers) {
    if (failure !== undefined) parsed.warnings.push(replicaWarning(replica, failure));
    else parseInto(parsed, { replica, revision }, decoder.decode(body));
  }
  return parsed;
}

/** The same of answers that are plain text, such as metrics. */
export function textAnswers(answers: readonly IstiodAnswer[]): {
  answers: ReplicaAnswer<string>[];
  warnings: Warning[];
} {
  return {
    answers: answers.flatMap(({ replica, revision, body }) =>
      body === undefined ? [] : [{ replica, revision, value: decoder.decode(body) }],
    ),
    warnings: answers.flatMap(({ replica, failure }) =>
      failure === undefined ? [] : [replicaWarning(replica, failure)],
    ),
  };
}

/**
 * The lists of all replicas as one, each entry with the replica that has it: for what each replica knows in part. A
 * replica that has nothing to list says `null`; one that says anything else than a list is a warning that names it.
 */
export function mergeLists(answers: readonly IstiodAnswer[]): {
  entries: ReplicaAnswer<unknown>[];
  warnings: Warning[];
} {
  const parsed = parseAnswers(answers);
  const entries = parsed.answers.flatMap(({ replica, revision, value }) => {
    if (Array.isArray(value)) return value.map((entry: unknown) => ({ replica, revision, value: entry }));
    if (value === null) return [];
    const message = `sent ${typeof value === 'object' ? 'an object' : `a ${typeof value}`} where a list belongs.`;
    parsed.warnings.push(replicaWarning(replica, { code: 'failed', message }));
    return [];
  });
  return { entries, warnings: parsed.warnings };
}

function parseInto(
  { answers, warnings }: ReplicaAnswers,
  { replica, revision }: Omit<ReplicaAnswer<unknown>, 'value'>,
  text: string,
): void {
  try {
    // A replica that has nothing to say sends an empty body or `null`.
    answers.push({ replica, revision, value: text.trim() === '' ? null : JSON.parse(text) });
  } catch {
    const message = `sent something that is no JSON, or was cut off after ${text.length} characters.`;
    warnings.push(replicaWarning(replica, { code: 'failed', message }));
  }
}

function replicaWarning(replica: string, { code, message }: IstiodFailure): Warning {
  return { code: `istiod_${code}`, source: 'istiod', message: `istiod ${replica}: ${message}` };
}
