'use client';

import { useState } from 'react';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { NumberField } from './number-field.tsx';
import { useWhatIf } from './use-what-if.ts';
import { WhatIfAnswer } from './what-if-answer.tsx';
import { whatIfQuestion } from './what-if-question.ts';
import { words } from './words.ts';

type WhatIfPanelProps = {
  /** What stands in the fields at first. */
  configuredPercent: number;
  actualPercent: number;
  /** As it is at present; without one, or at 0, no times are told. */
  requestsPerSecond?: number | undefined;
};

/** How many requests it takes to notice that a share is another than configured, and how long that lasts. */
export function WhatIfPanel({ configuredPercent, actualPercent, requestsPerSecond }: WhatIfPanelProps) {
  const [fields, setFields] = useState({
    configured: textOf(configuredPercent),
    actual: textOf(actualPercent),
    requestsPerSecond: requestsPerSecond === 0 ? '' : textOf(requestsPerSecond),
  });
  const asked = whatIfQuestion(fields);
  const problems = 'problems' in asked ? asked.problems : {};
  const query = useWhatIf('question' in asked ? asked.question : undefined);
  return (
    <section aria-label={words.title} className="flex flex-col gap-3">
      <div>
        <h2 className="font-semibold">{words.title}</h2>
        <p className="text-xs text-ink-muted">{words.hint}</p>
      </div>
      <div className="grid grid-cols-3 gap-2">
        {(['configured', 'actual', 'requestsPerSecond'] as const).map((id) => (
          <NumberField
            key={id}
            label={words[id]}
            value={fields[id]}
            onChange={(text) => setFields({ ...fields, [id]: text })}
            problem={problems[id]}
            placeholder={id === 'requestsPerSecond' ? words.rateMayBeLeftOut : undefined}
          />
        ))}
      </div>
      {'question' in asked && (
        <div aria-live="polite">
          {/* Nothing but numbers: what is missing elsewhere changes none of them. */}
          <QueryBoundary query={query} isSmall showsWarnings={false}>
            {(answer) => <WhatIfAnswer answer={answer} />}
          </QueryBoundary>
        </div>
      )}
    </section>
  );
}

/** At most four digits: `33.33` for a third, `10` for a tenth. */
function textOf(value: number | undefined): string {
  return value === undefined || !Number.isFinite(value) ? '' : String(Number(value.toPrecision(4)));
}
