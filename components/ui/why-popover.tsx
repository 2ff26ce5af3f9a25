'use client';

import Link from 'next/link';
import { Fragment } from 'react';
import type { Evidence, Explanation } from '#lib/contract/evidence.ts';
import { Chip } from './chip.tsx';
import { CopyButton } from './copy-button.tsx';
import { Popover } from './popover.tsx';
import { useScopedAddress } from './scope/use-scoped-address.ts';

const evidenceTitles: Record<Evidence['kind'], string> = {
  series: 'Series',
  object: 'Object',
  envoy: 'Envoy',
  log: 'Log',
};

type WhyPopoverProps = {
  /** What is explained, for instance `Why the reporters differ`. */
  title: string;
  explanation: Explanation;
  side?: 'top' | 'right' | 'bottom' | 'left';
};

/** The same small pill at every verdict; it opens the sentence, its proof and the command that shows the same. */
export function WhyPopover({ title, explanation, side = 'bottom' }: WhyPopoverProps) {
  return (
    <Popover
      label={title}
      side={side}
      align="end"
      className="w-[340px] p-3"
      trigger={
        <button
          type="button"
          aria-label={title}
          className="inline-flex h-[18px] items-center whitespace-nowrap rounded-full border border-border-strong bg-surface px-1.5 text-2xs font-medium text-ink-muted hover:text-ink data-[state=open]:border-accent data-[state=open]:text-accent"
        >
          why
        </button>
      }
    >
      <WhyBody title={title} explanation={explanation} />
    </Popover>
  );
}

/** The content of the popover, for places that show it in the page itself. */
export function WhyBody({ title, explanation }: { title: string; explanation: Explanation }) {
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center gap-2">
        <h2 className="flex-1 font-semibold">{title}</h2>
        {explanation.evidence.length > 0 && <Chip tone="ok">proven</Chip>}
      </div>
      <p>{explanation.text}</p>
      {explanation.fix !== undefined && <p className="text-ink-muted">{explanation.fix}</p>}
      <EvidenceList evidence={explanation.evidence} />
      {explanation.command !== undefined && <CommandLine command={explanation.command} />}
    </div>
  );
}

function EvidenceList({ evidence }: { evidence: readonly Evidence[] }) {
  if (evidence.length === 0) return null;
  return (
    <dl className="grid grid-cols-[56px_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-xs leading-[18px]">
      {evidence.map((item) => (
        <Fragment key={`${item.kind} ${item.text}`}>
          <dt className="text-ink-muted">{evidenceTitles[item.kind]}</dt>
          <dd className="mono min-w-0 text-[11.5px] wrap-anywhere">
            {item.link === undefined ? item.text : <EvidenceLink link={item.link} text={item.text} />}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

/** Of Vigla's own pages it keeps namespaces and time. */
function EvidenceLink({ link, text }: { link: string; text: string }) {
  const address = useScopedAddress();
  const className = 'text-accent hover:underline';
  const [path = '', query = ''] = link.split('?');
  if (!link.startsWith('/'))
    return (
      <a className={className} href={link}>
        {text}
      </a>
    );
  return (
    <Link className={className} href={address(path, Object.fromEntries(new URLSearchParams(query)))}>
      {text}
    </Link>
  );
}

function CommandLine({ command }: { command: string }) {
  return (
    <div className="flex items-start gap-2 rounded-md bg-sunken px-2 py-1.5">
      <code className="mono min-w-0 flex-1 text-[11.5px] leading-[18px] wrap-anywhere">{command}</code>
      <CopyButton text={command} label="command" />
    </div>
  );
}
