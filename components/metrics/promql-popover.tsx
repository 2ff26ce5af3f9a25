'use client';

import { CopyButton } from '#components/ui/copy-button.tsx';
import { Popover } from '#components/ui/popover.tsx';
import type { ChartData } from '#lib/contract/charts.ts';
import { statisticTitles } from './chart-looks.ts';
import { words } from './words.ts';

type PromqlPopoverProps = { title: string; queries: ChartData['queries']; resolution: string };

const titles = new Map<string, string>(Object.entries(statisticTitles));

/** The queries behind a chart, to run elsewhere. */
export function PromqlPopover({ title, queries, resolution }: PromqlPopoverProps) {
  return (
    <Popover
      label={words.promqlOf(title)}
      align="end"
      className="w-[460px] p-3"
      trigger={
        <button
          type="button"
          aria-label={words.promqlOf(title)}
          className="inline-flex h-[18px] items-center whitespace-nowrap rounded-full border border-border-strong bg-surface px-1.5 text-2xs font-medium text-ink-muted hover:text-ink data-[state=open]:border-accent data-[state=open]:text-accent"
        >
          {words.promql}
        </button>
      }
    >
      <h2 className="font-semibold">{title}</h2>
      <p className="text-xs text-ink-muted">{resolution}</p>
      <ul className="mt-2 flex flex-col gap-2">
        {queries.map((query) => {
          const name = titles.get(query.title) ?? query.title;
          return (
            <li key={query.title}>
              <p className="flex items-center justify-between gap-2 text-xs text-ink-muted">
                {name}
                <CopyButton text={query.promql} label={words.copyOf(name)} />
              </p>
              <code className="mono block rounded-md bg-sunken px-2 py-1.5 text-[11.5px] wrap-anywhere">
                {query.promql}
              </code>
            </li>
          );
        })}
      </ul>
    </Popover>
  );
}
