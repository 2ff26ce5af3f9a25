/** Who asks. */
export type User = {
  name: string;
  groups: readonly string[];
  isAnonymous: boolean;
  /** The user's own token for the Kubernetes API, where signing in gave one. */
  token?: string;
};

export const anonymous: User = { name: 'anonymous', groups: [], isAnonymous: true };
