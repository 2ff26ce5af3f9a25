'use client';

import { ChevronDown } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { Popover } from '#components/ui/popover.tsx';
import type { LogContainer } from '#lib/contract/logs.ts';
import { formatQuantity } from '#lib/format-count.ts';
import { type ContainerMark, containerId } from './container-marks.ts';
import { MarkBar } from './mark-bar.tsx';
import { words } from './words.ts';

type ContainerPickerProps = {
  containers: readonly LogContainer[];
  marks: ReadonlyMap<string, ContainerMark>;
  /** Ids; none means those that are read by default. */
  chosen: readonly string[];
  onChoose: (chosen: string[]) => void;
  /** What following says of containers, by their ids. */
  troubles: Readonly<Record<string, string>>;
};

/** Which containers are read, grouped by pod, each with its state. */
export function ContainerPicker({ containers, marks, chosen, onChoose, troubles }: ContainerPickerProps) {
  const pods = [...new Set(containers.map(({ pod }) => pod))];
  const isOn = (container: LogContainer) =>
    chosen.length === 0 ? isReadByDefault(container) : chosen.includes(containerId(container));
  const on = containers.filter(isOn);
  const handleToggle = (ids: readonly string[], isChosen: boolean) => {
    const others = on.map(containerId).filter((id) => !ids.includes(id));
    onChoose(isChosen ? [...others, ...ids] : others);
  };
  return (
    <Popover
      label={words.containers}
      className="w-[440px] py-1"
      trigger={
        <Button className="min-w-0 shrink">
          {words.containers}:
          <span className="truncate font-normal text-ink-muted">
            {words.containersOf(on.length, containers.length)}
          </span>
          <ChevronDown size={14} aria-hidden className="shrink-0" />
        </Button>
      }
    >
      {pods.map((pod) => (
        <fieldset key={pod} className="px-3 py-1.5">
          <legend className="mono mb-0.5 text-[11.5px] text-ink-muted wrap-anywhere">{pod}</legend>
          {containers
            .filter((container) => container.pod === pod)
            .map((container) => {
              const id = containerId(container);
              const note = troubles[id] ?? noteOf(container);
              return (
                <label key={id} className="flex min-h-7 items-center gap-2 rounded-md px-1 hover:bg-hover">
                  <input
                    type="checkbox"
                    checked={isOn(container)}
                    // The last one stays, or nothing would be left to read.
                    disabled={on.length === 1 && isOn(container)}
                    onChange={(event) => handleToggle([id], event.target.checked)}
                  />
                  <span className="flex h-4">
                    <MarkBar colour={marks.get(id)?.colour} />
                  </span>
                  <span className="font-medium">{container.container}</span>
                  <span className="text-xs text-ink-muted">{words.roles[container.role]}</span>
                  <span className="min-w-0 flex-1 text-right text-xs text-ink-muted">{note}</span>
                </label>
              );
            })}
        </fieldset>
      ))}
      {chosen.length > 0 && (
        <div className="border-t px-3 pt-2 pb-1">
          <Button onClick={() => onChoose([])}>{words.allContainers}</Button>
        </div>
      )}
    </Popover>
  );
}

/** What is read while nobody chose: as the server does. */
function isReadByDefault({ role, state, isRead }: LogContainer): boolean {
  return isRead || role !== 'init' || state !== 'Completed';
}

function noteOf({ isRead, state, lineCount }: LogContainer): string {
  return isRead ? `${state}, ${formatQuantity(lineCount, 'line')}` : words.unreadState(state);
}
