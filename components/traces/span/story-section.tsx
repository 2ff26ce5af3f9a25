import { OctagonX, TriangleAlert } from 'lucide-react';
import type { TraceSpan } from '#lib/contract/traces.ts';
import { traceWords } from '../trace-words.ts';
import { Section } from './section.tsx';

/** What happened, in sentences: the story, response flags with what to check next, and what is odd. */
export function StorySection({ span }: { span: TraceSpan }) {
  const { story, oddities, statusMessage, isError } = span;
  return (
    <Section title={traceWords.whatHappened}>
      <p className="wrap-anywhere">
        {isError && (
          <OctagonX
            size={14}
            role="img"
            aria-label={traceWords.failed}
            className="mr-1 inline align-[-2px] text-fail"
          />
        )}
        {story.text}
      </p>
      {statusMessage !== undefined && <p className="mt-1 text-ink-muted wrap-anywhere">{statusMessage}</p>}
      {(story.responseFlags ?? []).map(({ flag, meaning, next }) => (
        <div key={flag} className="mt-2 rounded-md bg-sunken px-2.5 py-1.5">
          <p>
            <span className="mono mr-1.5 font-medium text-fail" title={traceWords.flag}>
              {flag}
            </span>
            {meaning}
          </p>
          <p className="text-ink-muted">{next}</p>
        </div>
      ))}
      {oddities.map(({ code, text }) => (
        <p key={`${code} ${text}`} className="mt-2 flex gap-1.5">
          <TriangleAlert size={14} aria-hidden className="mt-[3px] shrink-0 text-warn" />
          {text}
        </p>
      ))}
    </Section>
  );
}
