import type { ReactNode } from 'react';
import { CreatedAt } from '#components/ui/created-at.tsx';
import { KeyValueList } from '#components/ui/key-value-list.tsx';
import { MembershipBadge } from '#components/ui/membership-badge.tsx';
import { ObjectLink } from '#components/ui/object-link.tsx';
import { objectText } from '#components/ui/object-text.ts';
import { type Subject, subjectKindWord } from '../subject.ts';
import { TargetLinks } from '../target-link.tsx';
import { words } from '../words.ts';
import { overviewWords } from './overview-words.ts';
import { Section } from './section.tsx';

type Row = { key: string; value: ReactNode };

/** What is known of the object itself, one a line. */
export function PropertiesSection({ subject }: { subject: Subject }) {
  const { name, namespace, cluster, inMesh, mtls, createdAt } = subject.detail;
  const rows: Row[] = [
    { key: 'Kind', value: subjectKindWord(subject) },
    { key: 'Namespace', value: namespace },
    { key: 'Cluster', value: cluster },
    { key: 'In mesh', value: <MembershipBadge name={name} inMesh={inMesh} /> },
    ...ownRows(subject),
    {
      key: 'mTLS',
      value: mtls === undefined ? undefined : <MtlsValue mtls={mtls} />,
    },
    { key: 'Created', value: createdAt === undefined ? undefined : <CreatedAt at={createdAt} /> },
  ];
  return (
    <Section title={overviewWords.properties}>
      <KeyValueList rows={rows} className="px-4" />
    </Section>
  );
}

function MtlsValue({ mtls: { mode, setBy } }: { mtls: NonNullable<Subject['detail']['mtls']> }) {
  if (setBy === undefined) return `${mode}, ${words.facts.mtlsDefault}`;
  return (
    <>
      {mode}, set by <ObjectLink object={setBy}>{objectText(setBy)}</ObjectLink>
    </>
  );
}

function ownRows(subject: Subject): Row[] {
  if (subject.kind === 'workload') {
    const { serviceAccount, principal, services, namespace } = subject.detail;
    return [
      {
        key: 'Services',
        value: (
          <TargetLinks kind="service" namespace={namespace} names={services} none={words.facts.unselected} />
        ),
      },
      { key: 'Account', value: mono(serviceAccount) },
      { key: 'Principal', value: mono(principal) },
    ];
  }
  if (subject.kind === 'service') {
    const { hosts, clusterIps, selector } = subject.detail;
    return [
      { key: 'Hosts', value: mono(hosts.join(', ')) },
      { key: 'Cluster IP', value: mono(clusterIps.join(', ')) },
      {
        key: 'Selector',
        value: mono(
          Object.entries(selector)
            .map(([key, value]) => `${key}=${value}`)
            .join(', '),
        ),
      },
    ];
  }
  return [{ key: 'Versions', value: mono(subject.detail.versions.join(', ')) }];
}

function mono(text: string | undefined): ReactNode {
  return text === undefined || text === '' ? undefined : <span className="mono">{text}</span>;
}
