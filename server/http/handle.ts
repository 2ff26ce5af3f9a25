import type { Answer } from '#lib/contract/envelope.ts';
import { observeRequest } from '#server/telemetry.ts';
import { jsonResponse } from './answer.ts';
import { logFailure } from './log-failure.ts';
import { problemResponse } from './problem.ts';

/** Runs what gives the data of an answer, as JSON in the usual envelope. */
export async function handle(request: Request, work: () => Promise<Answer<unknown>>): Promise<Response> {
  return answerRequest(request, async () => jsonResponse(request, await work()));
}

/**
 * Runs what answers a request. The one place that catches: a ViglaError becomes a problem answer, anything else is
 * logged with its cause and told as `internal`.
 */
export async function answerRequest(request: Request, work: () => Promise<Response>): Promise<Response> {
  const { pathname } = new URL(request.url);
  const finish = observeRequest(pathname);
  try {
    const response = await work();
    finish(response.status);
    return response;
  } catch (error) {
    const response = problemResponse(error);
    logFailure(error, pathname);
    finish(response.status);
    return response;
  }
}
