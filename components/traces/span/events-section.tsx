import type { TraceSpan } from '#lib/contract/traces.ts';
import { formatMs } from '#lib/format-ms.ts';
import { traceWords } from '../trace-words.ts';
import { AttributesTable } from './attributes-table.tsx';
import { Section } from './section.tsx';

/** What the span noted while it ran, by the time since its start. */
export function EventsSection({ span: { events, startMs } }: { span: TraceSpan }) {
  if (events.length === 0) return null;
  return (
    <Section title={traceWords.events}>
      <ol className="flex flex-col gap-1.5">
        {events.map((event, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an event is its place, two may be alike
          <li key={index}>
            <span className="mono mr-2 text-ink-muted">+{formatMs(Math.max(0, event.atMs - startMs))}</span>
            {event.name}
            {Object.keys(event.attributes).length > 0 && <AttributesTable attributes={event.attributes} />}
          </li>
        ))}
      </ol>
    </Section>
  );
}
