'use client';

import { X } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { Button } from '#components/ui/button.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { useShortcuts } from '#components/ui/scope/shortcuts.tsx';
import { WhyBody } from '#components/ui/why-popover.tsx';
import type { LogLine } from '#lib/contract/logs.ts';
import { formatBytes } from '#lib/format-bytes.ts';
import type { TimeZoneChoice } from '#lib/format-time.ts';
import type { Target } from '#lib/target.ts';
import type { Finder } from '../highlight-ranges.ts';
import { LevelBadge } from '../level-badge.tsx';
import { formatLineDateTime } from '../line-time.ts';
import type { ChangeLogsState } from '../logs-state.ts';
import { MarkedText } from '../marked-text.tsx';
import { words } from '../words.ts';
import { AccessFieldList } from './access-field-list.tsx';
import { DetailSection } from './detail-section.tsx';
import { FlagList } from './flag-list.tsx';
import { lineCommand } from './line-command.ts';
import { LineLinks } from './line-links.tsx';
import { prettyJson } from './pretty-json.ts';
import { RequestSpans } from './request-spans.tsx';
import { SpanList } from './span-list.tsx';

type LineDetailProps = {
  /** Undefined when it is not among the lines any more. */
  line: LogLine | undefined;
  target: Target;
  zone: TimeZoneChoice;
  find: Finder;
  change: ChangeLogsState;
};

/** Everything about one line: why it failed, its spans, every field, and the text as it was written. */
export function LineDetail({ line, target, zone, find, change }: LineDetailProps) {
  const handleClose = useCallback(() => change({ line: '' }, { history: 'replace' }), [change]);
  // Wherever the focus is: a click into the text leaves it nowhere.
  const shortcuts = useMemo(
    () => [{ key: 'Escape', title: words.close, onPress: handleClose }],
    [handleClose],
  );
  useShortcuts(words.detail, shortcuts);
  return (
    <aside
      aria-label={words.detail}
      onKeyDown={(event) => event.key === 'Escape' && handleClose()}
      className="flex min-h-0 flex-col border-l bg-surface max-md:max-h-[60%] max-md:border-t max-md:border-l-0 md:w-[400px] md:shrink-0"
    >
      <header className="flex items-center gap-2 border-b px-4 py-2">
        {line !== undefined && <LevelBadge level={line.level} />}
        <span className="mono min-w-0 flex-1 truncate text-ink-muted">
          {line?.atMs === undefined ? words.noTime : formatLineDateTime({ epochMs: line.atMs, zone })}
        </span>
        <Button look="quiet" isIcon aria-label={words.close} title={words.close} onClick={handleClose}>
          <X size={16} aria-hidden />
        </Button>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {line === undefined ? (
          <p className="px-4 py-3 text-ink-muted">{words.gone}</p>
        ) : (
          <LineBody line={line} target={target} find={find} change={change} />
        )}
      </div>
    </aside>
  );
}

function LineBody({
  line,
  target,
  find,
  change,
}: Omit<LineDetailProps, 'zone' | 'line'> & { line: LogLine }) {
  const { access, explanation, cutBytes, isBinary, text } = line;
  const pretty = prettyJson(text);
  return (
    <>
      {explanation !== undefined && (
        <section className="border-b px-4 py-2.5">
          <WhyBody title={words.why} explanation={explanation} />
        </section>
      )}
      <LineLinks line={line} target={target} change={change} />
      {access !== undefined && (
        <DetailSection title={words.spans}>
          <Spans line={line} requestId={access.requestId} target={target} />
        </DetailSection>
      )}
      {access !== undefined && access.responseFlags.length > 0 && (
        <DetailSection title={words.flagsTitle}>
          <FlagList flags={access.responseFlags} />
        </DetailSection>
      )}
      <DetailSection title={words.text} aside={<CopyButton text={text} label={words.line} />}>
        <pre className="mono max-h-80 overflow-y-auto rounded-md bg-sunken px-2 py-1.5 text-[11.5px] leading-[18px] whitespace-pre-wrap wrap-anywhere">
          <MarkedText text={pretty ?? text} find={find} />
        </pre>
        {cutBytes !== undefined && <p className="mt-1 text-ink-muted">{words.cut(formatBytes(cutBytes))}</p>}
        {isBinary === true && <p className="mt-1 text-ink-muted">{words.isBinary}</p>}
      </DetailSection>
      {access !== undefined && (
        <DetailSection title={words.fields}>
          <AccessFieldList access={access} find={find} />
        </DetailSection>
      )}
      <DetailSection
        title={words.origin}
        aside={<CopyButton text={lineCommand(line, target.namespace)} label={words.copyCommand} />}
      >
        <p className="wrap-anywhere">
          {line.pod} <span className="text-ink-muted">{line.container}</span>
        </p>
        <code className="mono mt-1 block text-[11.5px] leading-[18px] text-ink-muted wrap-anywhere">
          {lineCommand(line, target.namespace)}
        </code>
      </DetailSection>
    </>
  );
}

type SpansProps = { line: LogLine; requestId: string | undefined; target: Target };

function Spans({ line: { spans, atMs }, requestId, target }: SpansProps) {
  if (spans.length > 0) return <SpanList spans={spans} />;
  if (requestId === undefined || atMs === undefined)
    return <p className="text-ink-muted">{words.noRequestId}</p>;
  return <RequestSpans requestId={requestId} atMs={atMs} target={target} />;
}
