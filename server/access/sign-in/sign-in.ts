import type { SignInMode, SignInReason } from '#lib/sign-in.ts';
import type { User } from '#server/access/user.ts';
import type { OpenId } from './openid/openid.ts';
import type { Place } from './place.ts';
import type { Sessions } from './session/sessions.ts';

/** How people sign in here. */
export type SignIn = {
  mode: SignInMode;
  place: Place;
  /** @throws ViglaError `unauthenticated` */
  identify(request: Request): Promise<User>;
  /** Absent where each request says anew who asks. */
  sessions?: Sessions;
  /** Before a request is answered: the session as the provider has it now, where it is time to ask. */
  renew?(request: Request): Promise<Renewal | undefined>;
  openid?: OpenId;
};

/** What is to be done about the cookies of a request, and why nobody is signed in any more where that is so. */
export type Renewal = { setCookies: string[]; reason?: SignInReason };
