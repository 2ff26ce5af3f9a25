import { z } from 'zod';
import { problemSchema, warningSchema } from '#lib/contract/envelope.ts';
import { apiFiles } from '#lib/contract/files.ts';
import { apiPosts } from '#lib/contract/posts.ts';
import { apiRoutes } from '#lib/contract/routes.ts';
import { problemByCode, ViglaError } from '#server/errors.ts';
import type { RouteAnswer, RouteQuestion } from '#tests/support/leaks/ask-route.ts';

/** `answered`, or the code of a refusal. A failure is what no answer of a source may bring about. */
export type Verdict = { outcome: string } | { failure: string };

const routes: Readonly<Record<string, { data: z.ZodType }>> = { ...apiRoutes };
const posts: Readonly<Record<string, { data: z.ZodType }>> = { ...apiPosts };

/** The words of exceptions that nobody foresaw; a source is not to blame for them. */
const wordsOfDefects =
  /Cannot (read|set) propert|is not a function|is not iterable|is not defined|call stack|Invalid time value|Invalid array length|Invalid string length|Cannot (destructure|convert|mix|access)|Reduce of empty|out of range|object Object|Class constructor|circular structure/i;

/** Whether an answer of Vigla is one that the contract knows. */
export function judgeAnswer(question: RouteQuestion, answer: RouteAnswer): Verdict {
  const defect = wordsOfDefects.exec(answer.text);
  if (defect !== null) return { failure: `speaks of a defect: ${around(answer.text, defect.index)}` };
  return answer.status === 200 ? judgeData(question, answer) : judgeProblem(answer);
}

function judgeData({ route, body }: RouteQuestion, { text }: RouteAnswer): Verdict {
  if (Object.hasOwn(apiFiles, route)) return { outcome: 'answered' };
  const data = (body === undefined ? routes : posts)[route]?.data;
  if (data === undefined) return { failure: `${route} is not in the contract` };
  const envelope = z.strictObject({ data, warnings: z.array(warningSchema) });
  const parsed = envelope.safeParse(JSON.parse(text));
  if (parsed.success) return { outcome: 'answered' };
  const [issue] = parsed.error.issues;
  return { failure: `breaks the contract at ${issue?.path.join('.')}: ${issue?.message}` };
}

function judgeProblem({ status, text }: RouteAnswer): Verdict {
  const parsed = problemSchema.safeParse(parsedJson(text));
  if (!parsed.success) return { failure: `is ${status} and no problem: ${text.slice(0, 200)}` };
  const { code, detail } = parsed.data;
  if (!Object.hasOwn(problemByCode, code)) return { failure: `has the unknown code ${code}` };
  return code === 'internal' ? { failure: `is internal: ${detail}` } : { outcome: code };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function around(text: string, index: number): string {
  return text.slice(Math.max(0, index - 150), index + 150);
}

/** What is not asked through a route may throw what a route would tell. */
export async function judgeCall(call: () => Promise<unknown>): Promise<Verdict> {
  try {
    await call();
    return { outcome: 'answered' };
  } catch (error) {
    return verdictOf(error);
  }
}

export function verdictOf(error: unknown): Verdict {
  if (error instanceof ViglaError && error.code !== 'internal' && !wordsOfDefects.test(error.message))
    return { outcome: error.code };
  return { failure: stackOf(error) };
}

/** What was thrown, and where: on one line. */
export function stackOf(error: unknown): string {
  const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return said.split('\n').slice(0, 6).join(' ');
}
