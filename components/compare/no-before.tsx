import { Archive } from 'lucide-react';
import { CommandLine } from '#components/ui/command-line.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { words } from './words.ts';

/** How an earlier snapshot is made and opened. */
export function NoBefore() {
  return (
    <EmptyState
      icon={Archive}
      title={words.noBefore}
      text={words.noBeforeText}
      action={<CommandLine command={words.noBeforeCommand} />}
    />
  );
}
