import { Maximize, Minus, Plus } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { canvasWords } from './canvas-words.ts';

type ZoomControlsProps = { onZoomIn: () => void; onZoomOut: () => void; onFit: () => void };

export function ZoomControls({ onZoomIn, onZoomOut, onFit }: ZoomControlsProps) {
  return (
    <div className="absolute bottom-2 left-3.5 flex [&>*+*]:-ml-px [&>*]:rounded-none [&>*:first-child]:rounded-l-md [&>*:last-child]:rounded-r-md">
      <Button isIcon aria-label={canvasWords.zoomIn} title={canvasWords.zoomIn} onClick={onZoomIn}>
        <Plus size={14} aria-hidden />
      </Button>
      <Button isIcon aria-label={canvasWords.zoomOut} title={canvasWords.zoomOut} onClick={onZoomOut}>
        <Minus size={14} aria-hidden />
      </Button>
      <Button isIcon aria-label={canvasWords.fit} title={canvasWords.fit} onClick={onFit}>
        <Maximize size={14} aria-hidden />
      </Button>
    </div>
  );
}
