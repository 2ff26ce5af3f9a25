import { HealthWhy } from '#components/ui/health-why.tsx';
import { MembershipBadge } from '#components/ui/membership-badge.tsx';
import { PlainTable } from '#components/ui/plain-table.tsx';
import type { ServiceItem, WorkloadItem } from '#lib/contract/inventory.ts';
import { formatMsFigure } from '#lib/format-ms.ts';
import { formatRateFigure } from '#lib/format-rate.ts';
import { formatShareFigure } from '#lib/format-share.ts';
import type { TargetKind } from '#lib/target.ts';
import { TargetLink } from '../target-link.tsx';
import { Section } from './section.tsx';

type Member = Pick<WorkloadItem, keyof WorkloadItem & keyof ServiceItem>;
type MembersSectionProps = { title: string; kind: TargetKind; members: readonly Member[] };

/** The workloads or services of an application, with state and figures. */
export function MembersSection({ title, kind, members }: MembersSectionProps) {
  return (
    <Section title={title} note={members.length === 0 ? 'none' : undefined}>
      {members.length > 0 && (
        <PlainTable
          label={title}
          rows={members}
          rowId={({ cluster, namespace, name }) => `${cluster}/${namespace}/${name}`}
          columns={[
            { title: 'Health', cell: ({ name, health }) => <HealthWhy name={name} health={health} /> },
            {
              title: 'Name',
              cell: ({ namespace, name }) => <TargetLink target={{ kind, namespace, name }} />,
            },
            { title: 'Version', cell: ({ versions }) => versions.join(', '), isWideOnly: true },
            {
              title: 'In mesh',
              cell: ({ name, inMesh }) => <MembershipBadge name={name} inMesh={inMesh} />,
              isWideOnly: true,
            },
            {
              title: 'Rate req/s',
              cell: ({ figures }) => formatRateFigure(figures.requestsPerSecond),
              isNumber: true,
            },
            {
              title: 'Errors %',
              cell: ({ figures }) => formatShareFigure(figures.errorShare),
              isNumber: true,
            },
            {
              title: 'p95 ms',
              cell: ({ figures }) => formatMsFigure(figures.p95Ms),
              isNumber: true,
              isWideOnly: true,
            },
          ]}
        />
      )}
    </Section>
  );
}
