import { Info, TriangleAlert } from 'lucide-react';
import type { SignInMode, SignInReason } from '#lib/sign-in.ts';
import { BrandMark } from '../brand-mark.tsx';
import { OpenIdWay } from './openid-way.tsx';
import { ProxyWay } from './proxy-way.tsx';
import { TokenWay } from './token-way.tsx';
import { modeWords, reasonWords, words } from './words.ts';

export type SignInPageProps = {
  mode: SignInMode;
  reason?: SignInReason;
  returnTo: string;
  basePath: string;
  providerName?: string;
  detail?: string;
};

const ways: Record<SignInMode, (props: SignInPageProps) => React.ReactNode> = {
  token: TokenWay,
  openid: OpenIdWay,
  header: ProxyWay,
};

/** Why somebody stands here, and the way in. Works without scripts. */
export function SignInPage(props: SignInPageProps) {
  const Way = ways[props.mode];
  return (
    <main className="grid min-h-dvh place-items-center bg-canvas p-4">
      <section className="flex w-full max-w-sm flex-col gap-4 rounded-lg border bg-surface p-6">
        <header className="flex items-center gap-2.5">
          <BrandMark />
          <h1 className="text-lg font-semibold tracking-tight">{words.title}</h1>
        </header>
        {props.reason !== undefined && <Reason reason={props.reason} />}
        <p className="text-ink-muted">{modeWords[props.mode]}</p>
        <Way {...props} />
      </section>
    </main>
  );
}

function Reason({ reason }: { reason: SignInReason }) {
  const { tone, text } = reasonWords[reason];
  const Icon = tone === 'warn' ? TriangleAlert : Info;
  return (
    <p role="status" className="flex items-start gap-2 rounded-md bg-sunken p-2">
      <Icon
        size={16}
        aria-hidden
        className={tone === 'warn' ? 'mt-0.5 shrink-0 text-warn' : 'mt-0.5 shrink-0'}
      />
      <span>{text}</span>
    </p>
  );
}
