import { z } from 'zod';
import { messageOf, ViglaError } from '#server/errors.ts';

const successSchema = z.object({
  status: z.literal('success'),
  data: z.object({ resultType: z.string(), result: z.array(z.unknown()) }),
  warnings: z.array(z.string()).optional(),
  infos: z.array(z.string()).optional(),
});

const errorSchema = z.object({ status: z.literal('error'), errorType: z.string(), error: z.string() });

/** The error that a text tells in Prometheus' own form; undefined for any other text. */
export function toldError(text: string): ViglaError | undefined {
  let error: z.infer<typeof errorSchema> | undefined;
  try {
    error = errorSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
  if (error === undefined) return undefined;
  if (error.errorType === 'timeout') {
    const advice = 'Ask for a shorter time range or fewer namespaces.';
    return new ViglaError('source_timeout', `Prometheus gave up on the query: ${error.error}. ${advice}`);
  }
  return new ViglaError('source_failed', `Prometheus refused the query (${error.errorType}): ${error.error}`);
}

/** How rows of one result type are checked and turned into ours, answer by answer; undefined leaves a row out. */
export type RowShape<Row> = {
  resultType: 'vector' | 'matrix';
  reader: () => (row: unknown) => Row | undefined;
};

export type AnswerReader<Row> = {
  add(text: string): void;
  finish(): { rows: Row[]; warnings: string[] };
};

const resultStart = '"result":[';
const firstRow = `${resultStart}{"metric":`;
// Cannot lie inside a string: there its quotes would be escaped. So text may be cut at it without being parsed.
const rowBoundary = '},{"metric":';
const sliceLength = 256 * 1024;
const longestHead = 64 * 1024;

/**
 * Reads an answer while it arrives, some hundred rows at a time, because parsing tens of MB at once would hold up
 * everything else in the process. An answer that is not written as compactly as Prometheus does is parsed as a whole
 * at its end. Both ways check all of it.
 */
export function answerReader<Row>({ resultType, reader }: RowShape<Row>): AnswerReader<Row> {
  const read = reader();
  const rows: Row[] = [];
  let head = '';
  let pending = '';
  let isSliced: boolean | undefined;

  function keep(parsed: readonly unknown[]): void {
    for (const one of parsed) {
      const row = read(one);
      if (row !== undefined) rows.push(row);
    }
  }

  function findFirstRow(): void {
    const found = pending.indexOf(firstRow);
    if (found >= 0) {
      head = pending.slice(0, found + resultStart.length);
      pending = pending.slice(found + resultStart.length);
      isSliced = true;
    } else if (pending.length > longestHead) isSliced = false;
  }

  return {
    add(text) {
      pending += text;
      if (pending.length < sliceLength) return;
      if (isSliced === undefined) findFirstRow();
      const boundary = isSliced ? pending.lastIndexOf(rowBoundary) : -1;
      if (boundary < 0) return;
      keep(z.array(z.unknown()).parse(parseJson(`[${pending.slice(0, boundary + 1)}]`)));
      pending = pending.slice(boundary + 2);
    },
    finish() {
      const text = head + pending;
      const { data, warnings = [], infos = [] } = readSuccess(text);
      if (data.resultType !== resultType) {
        throw unusable(`it has the type "${data.resultType}", not "${resultType}"`);
      }
      keep(data.result);
      return { rows, warnings: [...warnings, ...infos] };
    },
  };
}

function readSuccess(text: string): z.infer<typeof successSchema> {
  const parsed = successSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw toldError(text) ?? unusable(`${issue?.path.join('.')}: ${issue?.message}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const beginning = JSON.stringify(text.trimStart().slice(0, 40));
    throw unusable(`it is not JSON, or was cut off; it begins with ${beginning} (${messageOf(cause)})`);
  }
}

/** What is thrown for an answer that is not one of Prometheus' query API. */
export function unusable(reason: string): ViglaError {
  return new ViglaError(
    'source_failed',
    `Prometheus' answer cannot be used: ${reason}. Check that PROMETHEUS_URL leads to a store with Prometheus' query API.`,
    { fault: 'notThis' },
  );
}
