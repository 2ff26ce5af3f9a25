'use client';

import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Popover } from '#components/ui/popover.tsx';
import { SearchField } from '#components/ui/search-field.tsx';
import type { ProxyTarget } from '#lib/proxy-target.ts';
import { podChoices } from './pod-choices.ts';
import { useOtherProxies } from './use-other-proxies.ts';
import { words } from './words.ts';

type PodChoiceProps = { target: ProxyTarget; chosen: string; onChange: (pod: string) => void };

/** Above this many one searches rather than reads. */
const mostShown = 50;

/** Another pod with an Envoy, those of the same workload first. */
export function PodChoice({ target, chosen, onChange }: PodChoiceProps) {
  const [search, setSearch] = useState('');
  const [isOpen, setOpen] = useState(false);
  const query = useOtherProxies(isOpen);
  const found = podChoices(query.data?.data.items ?? [], target, search);
  return (
    <Popover
      label={words.choosePod}
      open={isOpen}
      onOpenChange={setOpen}
      align="start"
      className="flex max-h-96 w-80 flex-col p-1"
      trigger={
        <Button
          isOn={chosen !== ''}
          aria-label={`${words.otherPod}: ${chosen === '' ? words.choosePod : chosen}`}
        >
          <span className="font-normal text-ink-muted">{words.otherPod}</span>
          <span className="max-w-72 truncate">{chosen === '' ? words.choosePod : chosen}</span>
          <ChevronDown size={13} aria-hidden className="shrink-0 text-ink-muted" />
        </Button>
      }
    >
      <SearchField
        label={words.searchPod}
        placeholder={words.searchPod}
        value={search}
        onChange={setSearch}
        className="m-1"
      />
      <ul className="min-h-0 overflow-y-auto">
        {found.slice(0, mostShown).map(({ id, isSameWorkload }) => (
          <li key={id}>
            <button
              type="button"
              aria-pressed={id === chosen}
              className="flex min-h-7 w-full items-center gap-2 rounded-md px-2 text-left text-sm hover:bg-hover"
              onClick={() => {
                onChange(id);
                setOpen(false);
              }}
            >
              <span className="min-w-0 flex-1 truncate" title={id}>
                {id}
              </span>
              {isSameWorkload && <span className="text-xs text-ink-muted">same workload</span>}
            </button>
          </li>
        ))}
      </ul>
    </Popover>
  );
}
