'use client';

import { useCallback, useMemo, useState } from 'react';
import { useUrlState } from '#components/ui/use-url-state.ts';
import type { Trace } from '#lib/contract/traces.ts';
import { serviceColours } from './service-colours.ts';
import { SpanDetails } from './span/span-details.tsx';
import { TraceHead } from './trace-head.tsx';
import { TraceToolbar } from './trace-toolbar.tsx';
import { traceUrl } from './traces-state.ts';
import { Minimap } from './waterfall/minimap.tsx';
import { searchSpans } from './waterfall/search-spans.ts';
import { parseZoom } from './waterfall/time-scale.ts';
import { traceStretch } from './waterfall/trace-stretch.ts';
import { Waterfall } from './waterfall/waterfall.tsx';
import { keysAbove, shownRows, waterfallRows } from './waterfall/waterfall-rows.ts';

const noneCollapsed: ReadonlySet<string> = new Set();

/** A trace: head, minimap, waterfall, and the details of the chosen span beside it. */
export function TraceView({ trace }: { trace: Trace }) {
  const [{ span, find, zoom: zoomText }, change] = useUrlState(traceUrl);
  const [collapsed, setCollapsed] = useState(noneCollapsed);
  const [focusKey, setFocusKey] = useState(span);
  const rows = useMemo(() => waterfallRows(trace.spans), [trace.spans]);
  const shown = useMemo(() => shownRows(rows, collapsed), [rows, collapsed]);
  const colours = useMemo(() => serviceColours(rows.map((row) => row.span.service)), [rows]);
  const { startMs, durationMs } = useMemo(() => traceStretch(trace), [trace]);
  const zoom = useMemo(() => parseZoom(zoomText, durationMs), [zoomText, durationMs]);
  const stretch = useMemo(() => zoom ?? { fromMs: 0, toMs: durationMs }, [zoom, durationMs]);
  const matches = useMemo(() => searchSpans(rows, find), [rows, find]);
  const found = useMemo(() => (find.trim() === '' ? undefined : new Set(matches)), [find, matches]);
  const selected = rows.find(({ key }) => key === span);

  const handleCollapse = useCallback(
    (key: string, isCollapsed: boolean) =>
      setCollapsed((before) => {
        const next = new Set(before);
        if (isCollapsed) next.add(key);
        else next.delete(key);
        return next;
      }),
    [],
  );
  const handleCollapseAll = (isCollapsed: boolean) => {
    const folded = rows.filter(
      ({ descendantCount, parentKey }) => descendantCount > 0 && parentKey !== undefined,
    );
    setCollapsed(isCollapsed ? new Set(folded.map(({ key }) => key)) : noneCollapsed);
  };
  const handleGo = (key: string) => {
    const above = new Set(keysAbove(rows, key));
    setCollapsed(new Set([...collapsed].filter((folded) => !above.has(folded))));
    setFocusKey(key);
    change({ span: key }, { history: 'replace' });
  };

  return (
    <>
      <TraceHead trace={trace} />
      <TraceToolbar
        find={find}
        matches={matches}
        current={span}
        isZoomed={zoom !== undefined}
        hasFolded={collapsed.size > 0}
        onFind={(text) => change({ find: text }, { history: 'replace' })}
        onGo={handleGo}
        onShowAll={() => change({ zoom: '' })}
        onCollapseAll={handleCollapseAll}
      />
      <Minimap
        rows={rows}
        startMs={startMs}
        durationMs={durationMs}
        zoom={zoom}
        colours={colours}
        onZoom={(text) => change({ zoom: text })}
      />
      <div className="flex min-h-0 flex-1 max-md:flex-col">
        <div className="min-h-0 min-w-0 flex-1">
          <Waterfall
            rows={shown}
            collapsed={collapsed}
            onCollapse={handleCollapse}
            startMs={startMs}
            stretch={stretch}
            colours={colours}
            found={found}
            selectedKey={span}
            onSelect={(key) => change({ span: key === span ? '' : key }, { history: 'replace' })}
            focusKey={focusKey}
          />
        </div>
        {span !== '' && (
          <SpanDetails
            key={span}
            row={selected}
            traceStartMs={startMs}
            colour={colours.get(selected?.span.service ?? '') ?? 'var(--idle)'}
            onClose={() => change({ span: '' }, { history: 'replace' })}
          />
        )}
      </div>
    </>
  );
}
