'use client';

import { Grid2x2, type LucideIcon, Share2, Table2 } from 'lucide-react';
import { Button, ButtonGroup } from '#components/ui/button.tsx';
import { type GraphView, graphViews } from '../graph-state.ts';
import { toolbarWords, viewTitles } from '../words.ts';

const icons: Record<GraphView, LucideIcon> = { graph: Share2, table: Table2, matrix: Grid2x2 };

/** Graph, table or matrix of the same calls. */
export function ViewSwitch({ view, onChange }: { view: GraphView; onChange: (view: GraphView) => void }) {
  return (
    <ButtonGroup aria-label={toolbarWords.views}>
      {graphViews.map((id) => {
        const Icon = icons[id];
        return (
          <Button key={id} isOn={view === id} aria-pressed={view === id} onClick={() => onChange(id)}>
            <Icon size={14} aria-hidden />
            {viewTitles[id]}
          </Button>
        );
      })}
    </ButtonGroup>
  );
}
