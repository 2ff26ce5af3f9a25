import { parentPort } from 'node:worker_threads';
import { messageOf, ViglaError } from '#server/errors.ts';
import { dumpJobs } from '#server/mesh/proxy/jobs.ts';
import type { JobReply, JobRequest } from './job-messages.ts';

parentPort?.on('message', (request: JobRequest) => parentPort?.postMessage(replyTo(request)));

function replyTo({ id, name, inputs, parameters }: JobRequest): JobReply {
  try {
    const job = dumpJobs.find((candidate) => candidate.name === name);
    if (job === undefined) throw new Error(`There is no job named ${name}.`);
    // The other thread was compiled against the job's own parameters.
    return { id, isOk: true, result: job.run(inputs, parameters as never) };
  } catch (error) {
    const code = error instanceof ViglaError ? error.code : 'internal';
    return { id, isOk: false, code, message: messageOf(error) };
  }
}
