'use client';

import { X } from 'lucide-react';
import Link from 'next/link';
import { Button } from '#components/ui/button.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { KeyValueList } from '#components/ui/key-value-list.tsx';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import type { TraceSpan } from '#lib/contract/traces.ts';
import { formatMs } from '#lib/format-ms.ts';
import { printTags } from '../parse-tags.ts';
import { traceWords } from '../trace-words.ts';
import type { WaterfallRow } from '../waterfall/waterfall-rows.ts';
import { AttributesTable } from './attributes-table.tsx';
import { EventsSection } from './events-section.tsx';
import { Section } from './section.tsx';
import { spanLinks } from './span-links.ts';
import { StorySection } from './story-section.tsx';
import { UsualSection } from './usual-section.tsx';

type SpanDetailsProps = {
  row: WaterfallRow | undefined;
  traceStartMs: number;
  colour: string;
  onClose: () => void;
};

/** All that is known of one span, beside the waterfall; below it on a narrow screen. */
export function SpanDetails({ row, traceStartMs, colour, onClose }: SpanDetailsProps) {
  return (
    <aside
      aria-label={traceWords.details}
      className="min-h-0 w-[380px] shrink-0 overflow-y-auto border-l bg-surface max-md:h-3/5 max-md:w-full max-md:border-t max-md:border-l-0"
    >
      <div className="sticky top-0 z-10 flex items-start gap-2 border-b bg-surface px-4 py-2">
        <span aria-hidden className="mt-1 h-8 w-[3px] shrink-0 rounded-full" style={{ background: colour }} />
        <div className="min-w-0 flex-1">
          <h2 className="truncate font-semibold">{row?.span.service ?? traceWords.details}</h2>
          <p className="mono truncate text-ink-muted" title={row?.span.operation}>
            {row?.span.operation}
          </p>
        </div>
        <Button look="quiet" isIcon aria-label={traceWords.close} title={traceWords.close} onClick={onClose}>
          <X size={16} aria-hidden />
        </Button>
      </div>
      {row === undefined ? (
        <p className="px-4 py-3 text-ink-muted">{traceWords.unknownSpan}</p>
      ) : (
        <SpanBody span={row.span} traceStartMs={traceStartMs} />
      )}
    </aside>
  );
}

function SpanBody({ span, traceStartMs }: { span: TraceSpan; traceStartMs: number }) {
  const address = useScopedAddress();
  return (
    <>
      <StorySection span={span} />
      <UsualSection span={span} />
      <LinksSection span={span} />
      <Section title={traceWords.time}>
        <KeyValueList rows={factsOf(span, traceStartMs)} />
      </Section>
      <Section title={traceWords.attributes}>
        <AttributesTable
          attributes={span.attributes}
          hasFilter
          searchAddress={(tag) => address('/traces', { service: span.service, tags: printTags([tag]) })}
        />
      </Section>
      <EventsSection span={span} />
      {Object.keys(span.resource).length > 0 && (
        <Section title={traceWords.resource}>
          <AttributesTable attributes={span.resource} />
        </Section>
      )}
    </>
  );
}

function LinksSection({ span }: { span: TraceSpan }) {
  const address = useScopedAddress();
  const links = spanLinks(span);
  if (links.length === 0) return null;
  return (
    <Section title={traceWords.links}>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {links.map(({ text, path, own }) => (
          <Link key={text} href={address(path, own)} className="font-medium text-accent hover:underline">
            {text}
          </Link>
        ))}
      </div>
    </Section>
  );
}

function factsOf(span: TraceSpan, traceStartMs: number) {
  const { story } = span;
  const mono = (text: string | undefined) => text && <span className="mono">{text}</span>;
  return [
    { key: traceWords.duration, value: formatMs(span.durationMs) },
    { key: traceWords.ownTime, value: formatMs(span.selfMs) },
    { key: traceWords.from, value: `+${formatMs(Math.max(0, span.startMs + span.skewMs - traceStartMs))}` },
    { key: traceWords.status, value: mono(story.status) },
    { key: traceWords.kind, value: span.kind },
    { key: traceWords.pod, value: mono(story.pod?.name) },
    { key: traceWords.upstream, value: mono(story.upstreamCluster) },
    {
      key: traceWords.requestId,
      value: story.requestId && (
        <span className="mono">
          {story.requestId} <CopyButton text={story.requestId} label="the request id" />
        </span>
      ),
    },
    { key: traceWords.spanId, value: mono(span.spanId) },
    { key: traceWords.parent, value: mono(span.parentSpanId) },
  ];
}
