import type { TreeQuestion } from '#components/ui/json/json-source.ts';
import type { Raw, RawSearch, RawTree } from '#lib/contract/raw.ts';

/** What the thread that holds a document is asked. `open` is the first. */
export type DocumentQuestion =
  | { kind: 'open'; file: Blob }
  | ({ kind: 'tree' } & TreeQuestion)
  | { kind: 'search'; text: string }
  | { kind: 'value'; path: string };

/** What the answer to each question is. */
export type DocumentAnswers = { open: null; tree: RawTree; search: RawSearch; value: Raw };

export type DocumentReply =
  | { id: number; answer: DocumentAnswers[keyof DocumentAnswers] }
  | { id: number; problem: string };
