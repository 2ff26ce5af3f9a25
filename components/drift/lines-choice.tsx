import { Columns2, Rows3 } from 'lucide-react';
import { Button, ButtonGroup } from '#components/ui/button.tsx';
import type { LineLayout } from './comparison-state.ts';
import { words } from './words.ts';

const choices = [
  { id: 'split', title: words.split, icon: Columns2 },
  { id: 'unified', title: words.unified, icon: Rows3 },
] as const;

type LinesChoiceProps = { value: LineLayout; onChange: (layout: LineLayout) => void };

/** How lines are laid out; where it is narrow there is one column only. */
export function LinesChoice({ value, onChange }: LinesChoiceProps) {
  return (
    <ButtonGroup aria-label={words.lines} className="max-md:hidden">
      {choices.map(({ id, title, icon: Icon }) => (
        <Button
          key={id}
          isIcon
          isOn={value === id}
          aria-label={title}
          aria-pressed={value === id}
          title={title}
          onClick={() => onChange(id)}
        >
          <Icon size={14} aria-hidden />
        </Button>
      ))}
    </ButtonGroup>
  );
}
