import type { ViglaError } from '#server/errors.ts';

/** What a user may see. Visible is a namespace whose pods the user may list. */
export type Visibility = {
  /** `all` where nothing is kept from the user. */
  namespaces: 'all' | ReadonlySet<string>;
  /** Why the cluster could not be asked, so that nothing is visible. */
  failure?: ViglaError;
};

export const everything: Visibility = { namespaces: 'all' };
