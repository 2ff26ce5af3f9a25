import { classNames } from '#components/ui/class-names.ts';
import { WhyPopover } from '#components/ui/why-popover.tsx';
import type { GraphEdge } from '#lib/contract/graph.ts';
import { formatShare } from '#lib/format-share.ts';
import { type CodeClass, codeShares, flagShares } from './code-shares.ts';
import { words } from './words.ts';

const marks: Record<CodeClass, string> = { ok: 'bg-mark-ok', warn: 'bg-mark-warn', fail: 'bg-mark-fail' };
const inks: Record<CodeClass, string> = { ok: '', warn: 'text-warn', fail: 'text-fail' };

/** A bar of the codes' shares and the codes themselves, flags of TCP, and why where the reporters disagree. */
export function CodesCell({ edge }: { edge: GraphEdge }) {
  const shares = edge.protocol === 'tcp' ? flagShares(edge) : codeShares(edge);
  if (shares.length === 0) return <span className="text-ink-muted">–</span>;
  const text = shares.map(({ code, share }) => `${code}: ${formatShare(share)}`).join(', ');
  return (
    <span className="flex items-center gap-2" title={text}>
      <span className="flex h-1.5 w-14 shrink-0 gap-px" aria-hidden>
        {shares.map(({ code, share, codeClass }) => (
          <span
            key={code}
            className={classNames('min-w-px rounded-[1px]', marks[codeClass])}
            style={{ width: `${share * 100}%` }}
          />
        ))}
      </span>
      <span className="mono truncate">
        {shares.map(({ code, codeClass }) => (
          <span key={code} className={classNames('mr-1.5', inks[codeClass])}>
            {code}
          </span>
        ))}
      </span>
      {edge.reportersDiffer !== undefined && (
        <WhyPopover title={words.whyDiffer} explanation={edge.reportersDiffer} />
      )}
    </span>
  );
}
