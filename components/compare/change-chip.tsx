import { CircleDot, type LucideIcon, Minus, PencilLine, Plus } from 'lucide-react';
import { Chip } from '#components/ui/chip.tsx';
import type { ObjectChange } from '#lib/contract/compare-objects.ts';
import { words } from './words.ts';

const looks: Record<ObjectChange, { tone: 'ok' | 'fail' | 'warn' | 'neutral'; icon: LucideIcon }> = {
  added: { tone: 'ok', icon: Plus },
  removed: { tone: 'fail', icon: Minus },
  changed: { tone: 'warn', icon: PencilLine },
  statusOnly: { tone: 'neutral', icon: CircleDot },
};

/** What became of something: icon and word. */
export function ChangeChip({ change }: { change: ObjectChange }) {
  const { tone, icon: Icon } = looks[change];
  return (
    <Chip tone={tone}>
      <Icon size={12} aria-hidden />
      {words.changes[change]}
    </Chip>
  );
}
