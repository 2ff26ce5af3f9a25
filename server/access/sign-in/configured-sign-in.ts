import { type Config, getConfig } from '#server/config.ts';
import { headerSignIn } from './header/header-sign-in.ts';
import { openIdSignIn } from './openid/openid-sign-in.ts';
import { openIdSettings } from './openid/settings.ts';
import { placeOf } from './place.ts';
import { sessionSecret } from './session/secret.ts';
import { createSessions } from './session/sessions.ts';
import type { SignIn } from './sign-in.ts';
import { tokenSignIn } from './token/token-sign-in.ts';

type Clock = () => number;

/** Every value of `VIGLA_AUTH`; undefined where nobody has to sign in. */
const signInModes: Record<Config['VIGLA_AUTH'], (config: Config, now: Clock) => SignIn | undefined> = {
  anonymous: () => undefined,
  token: (config, now) => tokenSignIn(sessionsOf(config, now)),
  openid: (config, now) =>
    openIdSignIn({ ...sessionsOf(config, now), settings: openIdSettings(config), now }),
  header: (config) => headerSignIn(config, placeOf(config)),
};

function sessionsOf(config: Config, now: Clock) {
  const [secret, place] = [sessionSecret(config), placeOf(config)];
  return { secret, place, sessions: createSessions({ secret, mode: config.VIGLA_AUTH, place, now }) };
}

/** Builds the way of signing in that a configuration names; it contacts nothing yet. */
export function createSignIn(config: Config, now: Clock = () => Date.now()): SignIn | undefined {
  return signInModes[config.VIGLA_AUTH](config, now);
}

const processWide: { [key: symbol]: { signIn: SignIn | undefined } | undefined } = globalThis;
const key = Symbol.for('vigla.sign-in');

/**
 * How people sign in to this process: one for the process, as its key for cookies may be of its own making. The framework
 * loads this module once for each bundle, hence the place on the global object.
 * @throws ViglaError `bad_configuration`
 */
export function getSignIn(): SignIn | undefined {
  processWide[key] ??= { signIn: createSignIn(getConfig()) };
  return processWide[key].signIn;
}
