import type { SignInPageProps } from './sign-in-page.tsx';
import { WayLink } from './way-link.tsx';
import { words } from './words.ts';

/** Nothing can be done here but to come again; `detail` says what was missing. */
export function ProxyWay({ basePath, returnTo, detail }: SignInPageProps) {
  return (
    <>
      {detail !== undefined && <p className="rounded-md bg-sunken p-2 wrap-anywhere">{detail}</p>}
      <WayLink address={basePath + returnTo} text={detail === undefined ? words.goOn : words.tryAgain} />
    </>
  );
}
