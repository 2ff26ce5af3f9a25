import { MessageChannel, parentPort } from 'node:worker_threads';
import { messageOf, ViglaError } from '#server/errors.ts';
import { dumpJobs } from '#server/mesh/proxy/jobs.ts';
import type { JobReply, JobRequest } from './job-messages.ts';
import { splitResult } from './result-parts.ts';

parentPort?.on('message', (request: JobRequest) => send(replyTo(request)));

function send(reply: JobReply): void {
  const transferred = reply.isOk && reply.parts !== undefined ? [reply.parts] : [];
  parentPort?.postMessage(reply, transferred);
}

function replyTo({ id, name, inputs, parameters }: JobRequest): JobReply {
  try {
    const job = dumpJobs.find((candidate) => candidate.name === name);
    if (job === undefined) throw new Error(`There is no job named ${name}.`);
    // The other thread was compiled against the job's own parameters.
    return { id, isOk: true, ...packed(job.run(inputs, parameters as never)) };
  } catch (error) {
    const code = error instanceof ViglaError ? error.code : 'internal';
    return { id, isOk: false, code, message: messageOf(error) };
  }
}

function packed(result: unknown) {
  const { rest, parts } = splitResult(result);
  if (parts.length === 0) return { result, partCount: 0 };
  const { port1, port2 } = new MessageChannel();
  for (const part of parts) port1.postMessage(part);
  return { result: rest, partCount: parts.length, parts: port2 };
}
