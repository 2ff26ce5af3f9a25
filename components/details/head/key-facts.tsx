import type { Subject } from '../subject.ts';
import { applicationFacts } from './application-facts.tsx';
import type { Fact } from './fact.ts';
import { serviceFacts } from './service-facts.tsx';
import { workloadFacts } from './workload-facts.tsx';

/** The few things that one wants to know at once, in one row. */
export function KeyFacts({ subject }: { subject: Subject }) {
  return (
    <dl className="flex flex-wrap items-center gap-x-5 gap-y-0.5 px-4 pb-2.5 text-sm">
      {factsOf(subject).map(({ term, value }) => (
        <div key={term} className="flex min-w-0 items-center gap-1.5">
          <dt className="shrink-0 text-ink-muted">{term}</dt>
          <dd className="min-w-0 truncate">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function factsOf(subject: Subject): Fact[] {
  if (subject.kind === 'workload') return workloadFacts(subject.detail);
  if (subject.kind === 'service') return serviceFacts(subject.detail);
  return applicationFacts(subject.detail);
}
