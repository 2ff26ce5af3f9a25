/** What a route of a rule without a name is called here: Envoy writes `default` or, of newer Istios, nothing. */
export const unnamed = 'default';

/** The name of a route as an access log has it; those without one are all called the same. */
export function routeNameOf(text: string | undefined): string {
  return text === undefined || text === '' || text === '-' ? unnamed : text;
}

/**
 * Whether a line's route is a rule's: by its name, or by its name and that of one of its matches, which Istio puts
 * together with a dot.
 */
export function isOfRule(name: string, rule: string): boolean {
  const ruleName = routeNameOf(rule);
  return name === ruleName || (ruleName !== unnamed && name.startsWith(`${ruleName}.`));
}
