import type { SignInPageProps } from './sign-in-page.tsx';
import { WayLink } from './way-link.tsx';
import { words } from './words.ts';

/** To the identity provider and back. */
export function OpenIdWay({ basePath, returnTo, providerName = '' }: SignInPageProps) {
  const address = `${basePath}/auth/start?${new URLSearchParams({ return: returnTo })}`;
  return <WayLink address={address} text={words.signInAt(providerName)} />;
}
