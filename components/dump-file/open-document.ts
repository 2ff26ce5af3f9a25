import { isObject, type Json } from '#lib/json/json.ts';
import { formatJsonPath, parseJsonPath } from '#lib/json/json-path.ts';
import { searchJson } from '#lib/json/search-json.ts';
import { jsonByteCount, treeOf } from '#lib/json/tree-slice.ts';
import { partsOnPath } from '#lib/json/value-at-path.ts';
import { redact } from '#lib/redact/redact.ts';
import type { DocumentAnswers, DocumentQuestion } from './document-messages.ts';
import { words } from './words.ts';

/** What is shown or copied at once at most, in bytes. */
const mostValueBytes = 1_000_000;

/** A document that a thread holds: it is opened once, without its secrets, and asked for parts of it from then on. */
export class OpenDocument {
  #document: Json = null;

  async answer(question: DocumentQuestion): Promise<DocumentAnswers[keyof DocumentAnswers]> {
    if (question.kind === 'open') return this.#open(question.file);
    if (question.kind === 'search') return searchJson(this.#document, question.text);
    const { parts, last, missing } = partsOnPath(this.#document, parseJsonPath(question.path) ?? []);
    if (missing !== undefined) throw new Error(words.missingPlace(question.path));
    if (question.kind === 'tree') return treeOf(parts, question);
    const byteCount = jsonByteCount(last.value);
    const isCut = byteCount > mostValueBytes;
    return {
      path: formatJsonPath(last.steps),
      ...(isCut ? {} : { value: last.value }),
      isCut,
      byteCount,
    };
  }

  async #open(file: Blob): Promise<null> {
    const value: unknown = JSON.parse(await file.text());
    if (!isObject(value) || !Array.isArray(value.configs)) throw new Error(words.noDump);
    this.#document = redact(value);
    return null;
  }
}
