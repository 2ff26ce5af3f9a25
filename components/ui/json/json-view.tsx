'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useState } from 'react';
import { classNames } from '../class-names.ts';
import { CopyButton } from '../copy-button.tsx';
import { type JsonLine, jsonLines } from './json-lines.ts';
import { JsonTokens } from './json-tokens.tsx';

const lineHeight = 18;
const indentWidth = 2;

type JsonViewProps = {
  value: unknown;
  /** What it is, for readers of the screen and the copy button. */
  label?: string;
  /** Texts to mark in it. */
  highlight?: readonly string[];
  className?: string;
};

/** A whole JSON value, indented and coloured; only the lines in view are drawn. Fills the height that it is given. */
export function JsonView({ value, label = 'JSON', highlight, className }: JsonViewProps) {
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const lines = useMemo(() => jsonLines(value), [value]);
  const text = useMemo(() => JSON.stringify(value, null, 2) ?? '', [value]);
  const width = useMemo(() => Math.max(...widthsOf(lines)), [lines]);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller,
    estimateSize: () => lineHeight,
    overscan: 20,
    initialRect: { width: 0, height: 400 },
  });
  const items = virtualizer.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <div className={classNames('relative h-full min-h-0', className)}>
      <div className="absolute top-1.5 right-3 z-10 rounded-md bg-surface">
        <CopyButton text={text} label={label} />
      </div>
      <section
        ref={setScroller}
        aria-label={label}
        className="h-full overflow-auto py-1.5 focus-visible:-outline-offset-2"
      >
        <div className="mono px-4" style={{ minWidth: `calc(${width}ch + 4rem)` }}>
          <div style={{ height: before }} />
          {items.map((item) => {
            const line = lines[item.index];
            return (
              <div
                key={item.index}
                className="whitespace-pre"
                style={{ height: lineHeight, paddingLeft: `${(line?.depth ?? 0) * indentWidth}ch` }}
              >
                <JsonTokens tokens={line?.tokens ?? []} highlight={highlight} />
              </div>
            );
          })}
          <div style={{ height: after }} />
        </div>
      </section>
    </div>
  );
}

function* widthsOf(lines: readonly JsonLine[]): Generator<number> {
  for (const { depth, tokens } of lines)
    yield tokens.reduce((sum, { text }) => sum + text.length, depth * indentWidth);
}
