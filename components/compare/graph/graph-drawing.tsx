'use client';

import { X } from 'lucide-react';
import { useMemo } from 'react';
import { ComparedGraphPanel } from '#components/graph/compared-graph-panel.tsx';
import { Button } from '#components/ui/button.tsx';
import { useUrlState } from '#components/ui/use-url-state.ts';
import type { GraphComparison } from '#lib/contract/compare-graph.ts';
import { compareUrl } from '../compare-state.ts';
import { words } from '../words.ts';
import { GraphRowDetail } from './graph-row-detail.tsx';
import { parsePartId, partId } from './part-id.ts';

/** Both graphs drawn as one; what is selected is told below. */
export function GraphDrawing({ comparison: { graph, differences } }: { comparison: GraphComparison }) {
  const [{ open }, change] = useUrlState(compareUrl);
  const marks = useMemo(
    () => new Map(differences.map((difference) => [difference.id, difference.change])),
    [differences],
  );
  const chosen = differences.find((difference) => partId(difference) === open);
  return (
    <div className="flex h-full flex-col">
      <div className="relative min-h-0 flex-1">
        <ComparedGraphPanel
          graph={graph}
          marks={marks}
          selected={parsePartId(open)}
          onSelect={(part) => change({ open: part === undefined ? '' : partId(part) })}
        />
      </div>
      <div className="relative h-32 shrink-0 border-t bg-surface" role="status">
        {chosen === undefined ? (
          <p className="px-4 py-2 text-ink-muted">{open === '' ? words.selectPart : words.unchanged}</p>
        ) : (
          <GraphRowDetail difference={chosen} />
        )}
        {open !== '' && (
          <Button
            look="quiet"
            isIcon
            aria-label={words.closePart}
            onClick={() => change({ open: '' })}
            className="absolute top-1.5 right-2"
          >
            <X size={14} aria-hidden />
          </Button>
        )}
      </div>
    </div>
  );
}
