import { CircleCheck, TriangleAlert } from 'lucide-react';
import { CreatedAt } from '#components/ui/created-at.tsx';
import { MiddleTruncate } from '#components/ui/middle-truncate.tsx';
import type { WorkloadDetail } from '#lib/contract/details.ts';
import { TargetLink, TargetLinks } from '../target-link.tsx';
import { words } from '../words.ts';
import { type Fact, optionalFact } from './fact.ts';
import { MtlsFact } from './mtls-fact.tsx';
import { PodsFact } from './pods-fact.tsx';
import { proxySummary } from './proxy-summary.ts';

const { facts } = words;

export function workloadFacts(detail: WorkloadDetail): Fact[] {
  const { namespace, app, versions, services, pods } = detail;
  return [
    { term: facts.pods, value: <PodsFact pods={pods} /> },
    ...optionalFact(facts.app, app, (name) => (
      <>
        <TargetLink target={{ kind: 'application', namespace, name }} /> {versions.join(', ')}
      </>
    )),
    {
      term: services.length > 1 ? facts.services : facts.service,
      value: <TargetLinks kind="service" namespace={namespace} names={services} none={facts.unselected} />,
    },
    { term: facts.proxy, value: <ProxyFact detail={detail} /> },
    ...optionalFact(facts.mtls, detail.mtls, (mtls) => <MtlsFact mtls={mtls} />),
    ...optionalFact(facts.identity, detail.serviceAccount, (account) => (
      <span className="mono flex" title={detail.principal}>
        <MiddleTruncate text={account} />
      </span>
    )),
    ...optionalFact(facts.created, detail.createdAt, (at) => <CreatedAt at={at} />),
  ];
}

function ProxyFact({ detail }: { detail: WorkloadDetail }) {
  const { text, tone } = proxySummary(detail);
  const Icon = tone === 'warn' ? TriangleAlert : CircleCheck;
  return (
    <span className="inline-flex items-center gap-1" title={detail.inMesh.why.text}>
      {tone !== 'none' && (
        <Icon size={13} aria-hidden className={tone === 'warn' ? 'text-warn' : 'text-ok'} />
      )}
      {text}
    </span>
  );
}
