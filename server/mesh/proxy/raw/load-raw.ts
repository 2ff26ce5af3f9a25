import type { Answer } from '#lib/contract/envelope.ts';
import type {
  Raw,
  RawDownloadQuery,
  RawQuery,
  RawSearch,
  RawSearchQuery,
  RawTree,
  RawTreeQuery,
} from '#lib/contract/raw.ts';
import type { DumpJob } from '#server/mesh/proxy/dump-job.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { runJob } from '#server/workers/run-job.ts';
import { loadDocument } from './load-document.ts';
import { rawFileJob, rawSearchJob, rawTreeJob, rawValueJob } from './raw-jobs.ts';

/** One part of a proxy's dump, Envoy's own or istiod's, as JSON without secrets. */
export async function loadRaw(query: RawQuery, context: LoadContext): Promise<Answer<Raw>> {
  return answerOf({ job: rawValueJob, parameters: { path: query.path }, query, context });
}

/** The entries of one part of a dump: for a tree that opens as far as somebody looks. */
export async function loadRawTree(query: RawTreeQuery, context: LoadContext): Promise<Answer<RawTree>> {
  const { path, page, reveal } = query;
  return answerOf({ job: rawTreeJob, parameters: { path, page, reveal }, query, context });
}

/** Where a text stands in a dump. */
export async function loadRawSearch(query: RawSearchQuery, context: LoadContext): Promise<Answer<RawSearch>> {
  return answerOf({ job: rawSearchJob, parameters: { text: query.text }, query, context });
}

/** A whole dump without secrets, and what to call its file. */
export async function loadRawFile(
  query: RawDownloadQuery,
  context: LoadContext,
): Promise<{ name: string; bytes: Uint8Array }> {
  const { data } = await answerOf({ job: rawFileJob, parameters: null, query, context });
  return { name: `${query.namespace}.${query.pod}.${query.source}.json`, bytes: data };
}

type Question<Parameters, Result> = {
  job: DumpJob<Parameters, Result>;
  parameters: Parameters;
  query: RawDownloadQuery;
  context: LoadContext;
};

async function answerOf<Parameters, Result>(question: Question<Parameters, Result>): Promise<Answer<Result>> {
  const { job, parameters, query, context } = question;
  const bytes = await loadDocument(query, context);
  const data = await runJob(job, { inputs: [bytes], parameters, signal: context.signal });
  return { data, warnings: [] };
}
