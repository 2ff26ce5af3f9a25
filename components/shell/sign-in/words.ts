import type { SignInMode, SignInReason } from '#lib/sign-in.ts';

/** What happened, and what to do about it. */
export const reasonWords: Record<SignInReason, { tone: 'calm' | 'warn'; text: string }> = {
  'signed-out': { tone: 'calm', text: 'You are signed out.' },
  'signed-out-here': {
    tone: 'warn',
    text: 'You are signed out of Vigla. The identity provider could not be asked to sign you out there as well.',
  },
  'session-ended': { tone: 'calm', text: 'Your session has ended. Sign in again to go on where you were.' },
  'token-missing': { tone: 'warn', text: 'The form came without a token.' },
  'token-refused': {
    tone: 'warn',
    text: 'The cluster does not accept this token. It may have ended, or belong to another cluster.',
  },
  'cluster-unreachable': {
    tone: 'warn',
    text: 'The Kubernetes API does not answer, so the token could not be checked. Try again in a moment.',
  },
  denied: { tone: 'warn', text: 'The identity provider did not let this sign-in through.' },
  interrupted: {
    tone: 'calm',
    text: 'This sign-in took too long, or was overtaken by one in another tab. Start once more.',
  },
  'provider-unreachable': {
    tone: 'warn',
    text: 'The identity provider does not answer. Vigla itself is well; try again in a moment.',
  },
  'provider-refused': {
    tone: 'warn',
    text: "The identity provider gave an answer that Vigla cannot use. Vigla's log says more.",
  },
  'name-missing': {
    tone: 'warn',
    text: 'The identity provider did not say the name by which Vigla knows people (OPENID_USERNAME_CLAIM), or one that the cluster keeps for itself.',
  },
  'too-large': {
    tone: 'warn',
    text: 'What the identity provider says about you does not fit into cookies; most likely these are very many groups.',
  },
  'too-many-tries': { tone: 'warn', text: 'There were too many tries from here. Wait a minute.' },
};

export const modeWords: Record<SignInMode, string> = {
  token: 'With a token of the Kubernetes API. You see the namespaces whose pods it may list.',
  openid: 'With your account at the identity provider. You see the namespaces whose pods you may list.',
  header: 'A proxy in front of Vigla signs people in. There is nothing to fill in here.',
};

export const words = {
  title: 'Sign in to Vigla',
  token: 'Token',
  tokenHint:
    'It stays in an encrypted cookie of this browser; the server keeps nothing. One that ends soon comes from:',
  tokenCommand: 'kubectl create token <service account> -n <namespace>',
  signIn: 'Sign in',
  signInAt: (provider: string) => `Sign in at ${provider}`,
  tryAgain: 'Try again',
  goOn: 'Go on',
} as const;
