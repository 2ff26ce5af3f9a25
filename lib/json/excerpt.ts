/** The beginning of a value as JSON, for messages about it; words for one that is nested too deeply to be written. */
export function excerptOf(value: unknown, length: number): string {
  try {
    return (JSON.stringify(value) ?? 'nothing').slice(0, length);
  } catch {
    // Writing is recursive, and reading is not: an answer may be deeper than the stack.
    return 'something nested very deeply';
  }
}
