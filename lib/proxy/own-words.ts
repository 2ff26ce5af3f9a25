/** Ends a phrase about a value that Envoy takes because nobody says another. */
export const envoysOwn = "(Envoy's own)";

/** Ends a phrase about a value that Istio writes into every item where nobody says another. */
export const istiosDefault = "(Istio's default)";

/** Whether a phrase tells of what is so by default, which a narrow place can leave out. */
export function isByDefault(phrase: string): boolean {
  return phrase.endsWith(envoysOwn) || phrase.endsWith(istiosDefault);
}
