import { z } from 'zod';
import { type SignInMode, type SignInReason, signInReasons } from '#lib/sign-in.ts';
import { getSignIn } from '#server/access/sign-in/configured-sign-in.ts';
import { returnPath } from '#server/access/sign-in/return-path.ts';
import type { SignIn } from '#server/access/sign-in/sign-in.ts';
import { ViglaError } from '#server/errors.ts';

/** What the sign-in page has to say. */
export type SignInFacts = {
  mode: SignInMode;
  reason?: SignInReason;
  /** Within this site. */
  returnTo: string;
  basePath: string;
  /** Where people sign in, for `openid`. */
  providerName?: string;
  /** Why nobody is known here, where only Vigla itself can tell. */
  detail?: string;
};

const parametersSchema = z.object({
  reason: z.enum(signInReasons).optional().catch(undefined),
  return: z.string().optional().catch(undefined),
});

/** Undefined where nobody has to sign in. Parameters that make no sense are left out. */
export async function signInFacts(parameters: unknown, headers: Headers): Promise<SignInFacts | undefined> {
  const signIn = getSignIn();
  if (signIn === undefined) return undefined;
  const { reason, return: given } = parametersSchema.parse(parameters);
  const detail = signIn.mode === 'header' ? await whyUnknown(signIn, headers) : undefined;
  return {
    mode: signIn.mode,
    returnTo: returnPath(given),
    basePath: signIn.place.basePath,
    // A proxy in front has no sessions that Vigla could know of.
    ...(reason !== undefined && signIn.sessions !== undefined && { reason }),
    ...(signIn.openid !== undefined && { providerName: signIn.openid.providerName }),
    ...(detail !== undefined && { detail }),
  };
}

async function whyUnknown(signIn: SignIn, headers: Headers): Promise<string | undefined> {
  try {
    await signIn.identify(new Request('http://vigla.invalid', { headers }));
    return undefined;
  } catch (error) {
    if (error instanceof ViglaError) return error.message;
    throw error;
  }
}
