import { CircleCheck, TriangleAlert } from 'lucide-react';
import { Tag } from '#components/ui/chip.tsx';
import { PlainTable } from '#components/ui/plain-table.tsx';
import type { Container, Pod } from '#lib/contract/details.ts';

/** An init container has done its work once it has completed; all others have to be ready. */
function isWell({ isReady, role, state }: Container): boolean {
  return isReady || (role === 'init' && state === 'Completed');
}

export function ContainersTable({ pod }: { pod: Pod }) {
  return (
    <PlainTable
      label={`Containers of ${pod.name}`}
      rows={pod.containers}
      rowId={({ name }) => name}
      columns={[
        { title: 'Container', cell: ({ name }) => <span className="mono">{name}</span> },
        { title: 'Role', cell: ({ role }) => <Tag>{role}</Tag>, isWideOnly: true },
        {
          title: 'State',
          cell: (container) => {
            const Icon = isWell(container) ? CircleCheck : TriangleAlert;
            return (
              <span
                className={`inline-flex items-center gap-1.5 ${isWell(container) ? 'text-ok' : 'text-warn'}`}
              >
                <Icon size={14} aria-hidden /> {container.state}
              </span>
            );
          },
        },
        { title: 'Restarts', cell: ({ restarts }) => restarts, isNumber: true },
        { title: 'Image', cell: ({ image }) => <span className="mono">{image}</span>, isWideOnly: true },
      ]}
    />
  );
}
