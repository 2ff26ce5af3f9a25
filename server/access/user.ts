/** Who asks. */
export type User = {
  name: string;
  groups: readonly string[];
  isAnonymous: boolean;
  /** The user's own token for the Kubernetes API, where signing in gave one. */
  token?: string;
  /** Signed in at Vigla itself, so that Vigla can end it. */
  canSignOut?: boolean;
};

export const anonymous: User = { name: 'anonymous', groups: [], isAnonymous: true };
