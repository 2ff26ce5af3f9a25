import type { ViglaError } from '#server/errors.ts';

/** What one user, or several with the same rights, may see of the sources. */
export type View = {
  namespaces: ReadonlySet<string>;
  /** Told instead of every answer: why nothing is known of the user's rights. */
  failure?: ViglaError | undefined;
};

/** What asks for the user's rights first: nothing is answered where they could not be read. */
export function guarded<Parameters extends readonly unknown[], Result>(
  { failure }: View,
  ask: (...parameters: Parameters) => Promise<Result>,
): (...parameters: Parameters) => Promise<Result> {
  return async (...parameters) => {
    if (failure !== undefined) throw failure;
    return ask(...parameters);
  };
}
