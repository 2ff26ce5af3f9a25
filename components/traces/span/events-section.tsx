import type { TraceSpan } from '#lib/contract/traces.ts';
import { formatMs } from '#lib/format-ms.ts';
import { traceWords } from '../trace-words.ts';
import { AttributesTable } from './attributes-table.tsx';
import { Section } from './section.tsx';

/** What the span noted while it ran, by the time since its start. */
export function EventsSection({ span: { events, startMs } }: { span: TraceSpan }) {
  if (events.length === 0) return null;
  // Two events may be alike in all but their place.
  const placed = events.map((event, place) => ({ event, place }));
  return (
    <Section title={traceWords.events}>
      <ol className="flex flex-col gap-1.5">
        {placed.map(({ event, place }) => (
          <li key={place}>
            <span className="mono mr-2 text-ink-muted">+{formatMs(Math.max(0, event.atMs - startMs))}</span>
            {event.name}
            {Object.keys(event.attributes).length > 0 && <AttributesTable attributes={event.attributes} />}
          </li>
        ))}
      </ol>
    </Section>
  );
}
