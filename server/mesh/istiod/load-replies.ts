import type { Warning } from '#lib/contract/envelope.ts';
import type { IstiodAnswer, IstiodQuestion } from '#lib/proxy/istiod-endpoints.ts';
import { messageOf } from '#server/errors.ts';
import type { LoadContext } from '#server/sources/interface.ts';

export type Replies = { replies: IstiodAnswer[]; warnings: Warning[] };

/**
 * What every replica of istiod says to a question, one that failed among them with its reason. Where there is no way to
 * istiod at all, no replies and one warning, which says what is `missing` (it begins the sentence) because of it.
 */
export async function loadReplies(
  question: IstiodQuestion,
  missing: string,
  { sources, signal }: Pick<LoadContext, 'sources' | 'signal'>,
): Promise<Replies> {
  const none = (reason: string): Replies => ({
    replies: [],
    warnings: [{ code: 'istiod_missing', source: 'istiod', message: `${missing} is missing: ${reason}` }],
  });
  if (sources.istiod === undefined) return none('this installation has no way to istiod.');
  try {
    const replies = await sources.istiod.ask(question, signal);
    return replies.length === 0 ? none('no istiod runs.') : { replies, warnings: [] };
  } catch (error) {
    signal.throwIfAborted();
    return none(messageOf(error));
  }
}
