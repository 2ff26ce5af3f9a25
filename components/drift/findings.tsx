import { CircleQuestionMark } from 'lucide-react';
import { StatusBadge } from '#components/ui/status-badge.tsx';
import { WhyPopover } from '#components/ui/why-popover.tsx';
import type { Drift, ProxyItem } from '#lib/contract/proxies.ts';
import { driftWords } from '#lib/drift-words.ts';
import { severityStatus } from './severity-status.ts';
import { words } from './words.ts';

/** Every finding of drift as a sentence with its proof, and what could not be judged. */
export function Findings({ item: { drift, undecided } }: { item: ProxyItem }) {
  if (drift.length === 0 && undecided.length === 0)
    return (
      <p className="flex items-center px-4 pt-3">
        <StatusBadge status="healthy" text={words.noFindings} />
      </p>
    );
  return (
    <ul aria-label={words.findings} className="flex flex-col">
      {drift.map((finding) => (
        <Finding key={`${finding.class} ${finding.why.text}`} finding={finding} />
      ))}
      {undecided.map(({ class: id, because }) => (
        <li key={id} className="flex items-start gap-2 border-b px-4 py-2 text-ink-muted">
          <CircleQuestionMark size={14} aria-hidden className="mt-[3px] shrink-0" />
          <span>
            <span className="font-medium">
              {driftWords[id]}: {words.undecided}.
            </span>{' '}
            {because}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Finding({ finding: { class: id, severity, why } }: { finding: Drift }) {
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 border-b px-4 py-2">
      <span className="w-40 shrink-0">
        <StatusBadge status={severityStatus[severity]} text={driftWords[id]} />
      </span>
      <div className="min-w-0 max-w-4xl flex-1 basis-72">
        <p className="wrap-anywhere">{why.text}</p>
        {why.fix !== undefined && <p className="text-ink-muted wrap-anywhere">{why.fix}</p>}
      </div>
      <WhyPopover title={words.why(driftWords[id])} explanation={why} />
    </li>
  );
}
