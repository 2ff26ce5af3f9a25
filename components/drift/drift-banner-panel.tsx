'use client';

import Link from 'next/link';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { healthLooks } from '#components/ui/health-looks.ts';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { WhyPopover } from '#components/ui/why-popover.tsx';
import type { ProxyItem } from '#lib/contract/proxies.ts';
import { driftWords } from '#lib/drift-words.ts';
import { worstDrift } from '#lib/proxy-status.ts';
import { type ProxyTarget, proxyPath } from '#lib/proxy-target.ts';
import { severityStatus } from './severity-status.ts';
import { words } from './words.ts';

type DriftBannerProps = { target: ProxyTarget; drift: ProxyItem['drift'] };

/** The worst drift of a proxy as a sentence below its name, with the way to the rest; nothing where there is none. */
export function DriftBanner({ target, drift }: DriftBannerProps) {
  const address = useScopedAddress();
  const worst = worstDrift({ drift });
  if (worst === undefined) return null;
  const { icon: Icon, textClass } = healthLooks[severityStatus[worst.severity]];
  const others = drift.length - 1;
  const { command } = worst.why;
  return (
    <div
      role="status"
      className={`flex flex-wrap items-center gap-x-3 gap-y-1 border-t bg-tint px-4 py-2 ${textClass}`}
    >
      <Icon size={16} aria-hidden className="shrink-0" />
      <p className="min-w-0 flex-1 basis-72 text-ink wrap-anywhere">
        <span className="font-semibold">{driftWords[worst.class]}.</span> {worst.why.text}
        {others > 0 && <span className="text-ink-muted"> {words.more(others)}</span>}
      </p>
      <WhyPopover title={words.why(driftWords[worst.class])} explanation={worst.why} />
      <Link
        href={address(proxyPath(target), { tab: 'drift', cluster: target.cluster })}
        className="inline-flex h-7 items-center rounded-md border border-border bg-surface px-2 text-sm font-medium text-ink hover:bg-hover"
      >
        {words.show}
      </Link>
      {command !== undefined && <CopyButton text={command} label={words.copyCommand} />}
    </div>
  );
}
