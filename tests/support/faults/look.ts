import { z } from 'zod';
import { problemSchema, type Warning, warningSchema } from '#lib/contract/envelope.ts';

/** What an address answered, as far as a fault may show in it. */
export type Look = {
  address: string;
  status: number;
  seconds: number;
  /** Of an answer that is a problem. */
  problem?: { code: string; detail: string };
  warnings: readonly Warning[];
  /** How many entries each list of the data has, by its path. */
  lengths: Readonly<Record<string, number>>;
  /** Why there was no whole answer, or none that a browser could use. */
  trouble?: string;
};

const answerSchema = z.object({ data: z.unknown(), warnings: z.array(warningSchema) });

/** Nobody waits longer for a page, be the machine as slow as it may. */
const patienceMs = 120_000;

/** A connection that was kept may be closed just when the next question goes out, which says nothing about the answer. */
async function ask(address: string): Promise<Response> {
  const init = { signal: AbortSignal.timeout(patienceMs) };
  return fetch(address, init).catch((error: unknown) => {
    if (error instanceof TypeError) return fetch(address, init);
    throw error;
  });
}

/** Asks an address of the API. */
export async function lookAt(url: string, address: string): Promise<Look> {
  const startedAt = performance.now();
  const look = { address, warnings: [], lengths: {} };
  try {
    const response = await ask(url + address);
    const { status } = response;
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    const text = isJson ? await response.text() : `${(await response.arrayBuffer()).byteLength}`;
    const seconds = (performance.now() - startedAt) / 1000;
    if (!isJson)
      return status === 200
        ? { ...look, status, seconds }
        : { ...look, status, seconds, trouble: 'no problem document' };
    if (status === 200) return { ...look, status, seconds, ...readAnswer(text) };
    const { code, detail } = problemSchema.parse(JSON.parse(text));
    return { ...look, status, seconds, problem: { code, detail } };
  } catch (error) {
    const seconds = (performance.now() - startedAt) / 1000;
    return { ...look, status: 0, seconds, trouble: String(error) };
  }
}

/** Asks for a page. */
export async function lookAtPage(url: string, address: string): Promise<Look> {
  const startedAt = performance.now();
  const look = { address, warnings: [], lengths: {} };
  try {
    const response = await ask(url + address);
    const text = await response.text();
    const seconds = (performance.now() - startedAt) / 1000;
    const isPage = response.status === 200 && text.startsWith('<!DOCTYPE html>') && text.includes('</html>');
    return {
      ...look,
      status: response.status,
      seconds,
      ...(!isPage && { trouble: `no page: ${text.slice(0, 80)}` }),
    };
  } catch (error) {
    return { ...look, status: 0, seconds: (performance.now() - startedAt) / 1000, trouble: String(error) };
  }
}

function readAnswer(text: string): Pick<Look, 'warnings' | 'lengths'> {
  // A raw download is a document without the envelope.
  const parsed = answerSchema.safeParse(JSON.parse(text));
  if (!parsed.success) return { warnings: [], lengths: {} };
  return { warnings: parsed.data.warnings, lengths: lengthsOf(parsed.data.data) };
}

const listDepth = 2;
/** Lines of logs leave their window while the suite runs. */
const movingLists: readonly string[] = ['.lines'];

function lengthsOf(value: unknown, path = '', depth = 0): Record<string, number> {
  if (Array.isArray(value)) return movingLists.includes(path) ? {} : { [path]: value.length };
  if (typeof value !== 'object' || value === null || depth > listDepth) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) =>
      Object.entries(lengthsOf(part, `${path}.${name}`, depth + 1)),
    ),
  );
}
