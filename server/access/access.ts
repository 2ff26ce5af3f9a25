import type { Sources } from '#server/sources/interface.ts';
import { anonymous, type User } from './user.ts';
import { everything, type Visibility } from './visibility.ts';

/** Who asks, and what that user may see. */
export interface Access {
  /** @throws ViglaError `unauthenticated` where nobody is signed in and somebody has to be */
  identify(request: Request): Promise<User>;
  /** In the cluster of these sources. Cached for a short time; a user whose rights cannot be asked for sees nothing. */
  visibilityOf(user: User, signal: AbortSignal, sources: Sources): Promise<Visibility>;
}

/** Everybody is the same, and sees what Vigla sees: on a laptop, in the demo. */
export const openAccess: Access = {
  identify: async () => anonymous,
  visibilityOf: async () => everything,
};
