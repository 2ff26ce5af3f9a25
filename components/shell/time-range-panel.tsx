'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { parseDurationSeconds } from '#lib/duration.ts';
import { formatLength } from '#lib/format-range.ts';
import { timeZones } from '#lib/format-time.ts';
import { resolveTimeRange } from '#lib/time-range.ts';
import { CopyLinkButton } from './copy-link-button.tsx';
import { quickRanges } from './quick-ranges.ts';

const zoneWords = { local: 'Local time', utc: 'UTC' } as const;

export function TimeRangePanel({ onDone }: { onDone: () => void }) {
  const scope = useScope();
  const [from, setFrom] = useState(scope.range.from);
  const [to, setTo] = useState(scope.range.to);
  const [problem, setProblem] = useState(scope.rangeProblem);

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    const resolved = resolveTimeRange({ from, to }, scope.nowMs);
    if ('problem' in resolved) {
      setProblem(resolved.problem);
      return;
    }
    scope.changeRange({ from: from.trim(), to: to.trim() });
    onDone();
  };
  const handleQuick = (length: string) => {
    scope.changeRange({ from: `now-${length}`, to: 'now' });
    onDone();
  };

  return (
    <div className="flex flex-col sm:flex-row">
      <ul className="grid shrink-0 grid-cols-3 content-start gap-0.5 border-b p-2 sm:w-40 sm:grid-cols-1 sm:border-r sm:border-b-0">
        {quickRanges.map((length) => {
          const isCurrent = scope.range.to === 'now' && scope.range.from === `now-${length}`;
          return (
            <li key={length}>
              <button
                type="button"
                aria-pressed={isCurrent}
                onClick={() => handleQuick(length)}
                className={classNames(
                  'h-7 w-full rounded-md px-2 text-left text-sm hover:bg-hover',
                  isCurrent && 'bg-pressed font-medium',
                )}
              >
                Last {formatLength(parseDurationSeconds(length) ?? 0)}
              </button>
            </li>
          );
        })}
      </ul>
      <form onSubmit={handleSubmit} className="flex min-w-0 flex-1 flex-col gap-3 p-3">
        <TimeField label="From" value={from} onChange={setFrom} />
        <TimeField label="To" value={to} onChange={setTo} />
        <p className="text-xs text-ink-muted">
          now-15m, now-1d/d, 2026-11-21T02:13:00Z or epoch seconds; a time without a zone is UTC.
        </p>
        {problem !== undefined && (
          <p role="alert" className="text-xs text-fail">
            {problem}
          </p>
        )}
        <Button type="submit" look="primary" className="self-start">
          Apply
        </Button>
        <fieldset className="mt-auto flex gap-1 border-t pt-3">
          <legend className="sr-only">Time zone</legend>
          {timeZones.map((zone) => (
            <Button
              key={zone}
              isOn={scope.zone === zone}
              aria-pressed={scope.zone === zone}
              onClick={() => scope.changeZone(zone)}
            >
              {zoneWords[zone]}
            </Button>
          ))}
        </fieldset>
        <CopyLinkButton />
      </form>
    </div>
  );
}

type TimeFieldProps = { label: string; value: string; onChange: (value: string) => void };

function TimeField({ label, value, onChange }: TimeFieldProps) {
  return (
    <label className="flex flex-col gap-1 text-xs text-ink-muted">
      {label}
      <input
        value={value}
        onChange={(event) => onChange(event.target.value)}
        spellCheck={false}
        className="mono h-7 rounded-md border border-border-control bg-surface px-2 text-ink outline-none focus:border-accent"
      />
    </label>
  );
}
