'use client';

import { Download } from 'lucide-react';
import type { RefObject } from 'react';
import { Button } from '#components/ui/button.tsx';
import { downloadFile } from '#components/ui/download.ts';
import { Menu, MenuItem, MenuSeparator } from '#components/ui/menu.tsx';
import type { Graph } from '#lib/contract/graph.ts';
import { writeDot } from '../export/write-dot.ts';
import { writeJson } from '../export/write-json.ts';
import type { GraphCanvasHandle } from '../graph-canvas-props.ts';
import { exportWords, toolbarWords } from '../words.ts';

type ExportMenuProps = {
  graph: Graph | undefined;
  canvas: RefObject<GraphCanvasHandle | null>;
  onError: (error: unknown) => void;
};

/** The drawing as a picture, and the graph as text. Pictures need the drawing on screen. */
export function ExportMenu({ graph, canvas, onError }: ExportMenuProps) {
  const name = `vigla-graph-${graph?.window.to.replace(/[:.]/g, '-') ?? ''}`;
  const savePng = (part: 'view' | 'whole') => {
    canvas.current
      ?.exportPng(part)
      .then((content) => downloadFile({ name: `${name}.png`, content, type: 'image/png' }), onError);
  };
  const saveSvg = () => {
    try {
      const content = canvas.current?.exportSvg();
      if (content !== undefined) downloadFile({ name: `${name}.svg`, content, type: 'image/svg+xml' });
    } catch (error) {
      onError(error);
    }
  };
  return (
    <Menu
      align="end"
      trigger={
        <Button disabled={graph === undefined} title={toolbarWords.export}>
          <Download size={14} aria-hidden />
          <span className="md:max-lg:sr-only">{toolbarWords.export}</span>
        </Button>
      }
    >
      <MenuItem disabled={canvas.current === null} onSelect={() => savePng('view')}>
        {exportWords.pngView}
      </MenuItem>
      <MenuItem disabled={canvas.current === null} onSelect={() => savePng('whole')}>
        {exportWords.pngWhole}
      </MenuItem>
      <MenuItem disabled={canvas.current === null} onSelect={saveSvg}>
        {exportWords.svg}
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        onSelect={() =>
          graph && downloadFile({ name: `${name}.dot`, content: writeDot(graph), type: 'text/vnd.graphviz' })
        }
      >
        {exportWords.dot}
      </MenuItem>
      <MenuItem
        onSelect={() =>
          graph &&
          downloadFile({
            name: `${name}.json`,
            content: writeJson(graph, canvas.current?.positions()),
            type: 'application/json',
          })
        }
      >
        {exportWords.json}
      </MenuItem>
    </Menu>
  );
}
