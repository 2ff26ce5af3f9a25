import type { Answer } from '#lib/contract/envelope.ts';
import type { Raw, RawSearch, RawTree } from '#lib/contract/raw.ts';

export type TreeQuestion = { path: string; page: number; reveal: boolean };

/** A JSON document that is too large to be held on the page: what can be asked of it. */
export type JsonSource = {
  /** The same for the same document, so that answers can be kept. */
  id: string;
  tree: (question: TreeQuestion, signal?: AbortSignal) => Promise<Answer<RawTree>>;
  search: (text: string, signal?: AbortSignal) => Promise<Answer<RawSearch>>;
  value: (path: string, signal?: AbortSignal) => Promise<Answer<Raw>>;
};
