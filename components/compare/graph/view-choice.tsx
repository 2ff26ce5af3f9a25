import { Share2, Table2 } from 'lucide-react';
import { Button, ButtonGroup } from '#components/ui/button.tsx';
import type { CompareState } from '../compare-state.ts';
import { words } from '../words.ts';

const choices = [
  { id: 'table', title: words.table, icon: Table2 },
  { id: 'drawing', title: words.drawing, icon: Share2 },
] as const;

type ViewChoiceProps = { value: CompareState['view']; onChange: (view: CompareState['view']) => void };

/** The differences as a table, or both graphs drawn as one. */
export function ViewChoice({ value, onChange }: ViewChoiceProps) {
  return (
    <ButtonGroup aria-label={words.view}>
      {choices.map(({ id, title, icon: Icon }) => (
        <Button key={id} isOn={value === id} aria-pressed={value === id} onClick={() => onChange(id)}>
          <Icon size={14} aria-hidden />
          {title}
        </Button>
      ))}
    </ButtonGroup>
  );
}
