'use client';

import { ChevronLeft, ChevronRight, Clock } from 'lucide-react';
import { useState } from 'react';
import { Button, ButtonGroup } from '#components/ui/button.tsx';
import { Popover } from '#components/ui/popover.tsx';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { formatRelativeRange, formatSpan } from '#lib/format-range.ts';
import { stepTimeRange } from '#lib/time-range.ts';
import { TimeRangePanel } from './time-range-panel.tsx';

/** Which time the page looks at: step back, choose, step forward. */
export function TimeRangePicker() {
  const scope = useScope();
  const [isOpen, setOpen] = useState(false);
  const relative = formatRelativeRange(scope.range);
  const span = scope.resolved === undefined ? undefined : formatSpan(scope.resolved, scope.zone);
  const zone = scope.zone === 'utc' ? ' UTC' : '';
  const isProblem = scope.rangeProblem !== undefined;
  const handleStep = (direction: -1 | 1) =>
    scope.changeRange(stepTimeRange({ range: scope.range, direction, nowMs: scope.nowMs }));

  return (
    <ButtonGroup aria-label="Time range">
      <Button isIcon className="max-md:hidden" aria-label="Step back" onClick={() => handleStep(-1)}>
        <ChevronLeft size={14} aria-hidden />
      </Button>
      <Popover
        label="Time range"
        open={isOpen}
        onOpenChange={setOpen}
        className="w-[480px]"
        trigger={
          <Button aria-invalid={isProblem} className="max-md:!rounded-md">
            <Clock size={14} aria-hidden />
            {isProblem ? (
              <span className="text-fail">Range not understood</span>
            ) : (
              (relative ?? span ?? 'Time range')
            )}
            {relative !== undefined && span !== undefined && (
              <span className="mono hidden text-[11.5px] text-ink-muted xl:inline">
                {span}
                {zone}
              </span>
            )}
            {relative === undefined && zone !== '' && <span className="text-ink-muted">{zone}</span>}
          </Button>
        }
      >
        <TimeRangePanel onDone={() => setOpen(false)} />
      </Popover>
      <Button
        isIcon
        className="max-md:hidden"
        aria-label="Step forward"
        disabled={relative !== undefined}
        onClick={() => handleStep(1)}
      >
        <ChevronRight size={14} aria-hidden />
      </Button>
    </ButtonGroup>
  );
}
