import { TriangleAlert } from 'lucide-react';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { FullObjectLink } from '#components/ui/object-link.tsx';
import type { LeftOver } from '#lib/contract/mesh.ts';
import { Section } from '../section.tsx';
import { words } from './words.ts';

/** What earlier installations left, why it is one, and the command that would remove it. */
export function LeftOversSection({
  leftOvers,
  note,
}: {
  leftOvers: readonly LeftOver[];
  note: string | undefined;
}) {
  return (
    <Section
      title={words.leftOvers}
      count={leftOvers.length}
      hint={[words.leftOversHint, note].join(' ')}
      empty={note ?? words.noLeftOvers}
    >
      <ul>
        {leftOvers.map(({ title, object, why, command }) => (
          <li
            key={`${object.kind} ${object.namespace}/${object.name}`}
            className="flex gap-2 border-t px-4 py-2"
          >
            <TriangleAlert size={14} aria-hidden className="mt-[3px] shrink-0 text-warn" />
            <div className="flex min-w-0 flex-1 flex-col gap-1">
              <p className="flex flex-wrap gap-x-2">
                <span className="font-medium">{title}</span>
                <FullObjectLink object={object} />
              </p>
              <p className="text-ink-muted">{why}</p>
              <p className="flex items-start gap-2">
                <code className="mono min-w-0 rounded-md bg-sunken px-2 py-0.5 text-xs wrap-anywhere">
                  {command}
                </code>
                <CopyButton text={command} label={words.command} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
