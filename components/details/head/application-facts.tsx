import { CreatedAt } from '#components/ui/created-at.tsx';
import type { ApplicationDetail } from '#lib/contract/details.ts';
import { membershipWords } from '#lib/membership-words.ts';
import { TargetLinks } from '../target-link.tsx';
import { words } from '../words.ts';
import { type Fact, optionalFact } from './fact.ts';
import { MtlsFact } from './mtls-fact.tsx';
import { PodsFact } from './pods-fact.tsx';

const { facts } = words;

export function applicationFacts(detail: ApplicationDetail): Fact[] {
  const { namespace, workloads, services, pods, inMesh } = detail;
  const names = workloads.map(({ name }) => name);
  return [
    { term: facts.pods, value: <PodsFact pods={pods} /> },
    {
      term: facts.workloads,
      value: <TargetLinks kind="workload" namespace={namespace} names={names} none={facts.none} />,
    },
    {
      term: facts.services,
      value: <TargetLinks kind="service" namespace={namespace} names={services} none={facts.unselected} />,
    },
    {
      term: facts.mesh,
      value: <span title={inMesh.why.text}>{membershipWords[inMesh.mode].toLowerCase()}</span>,
    },
    ...optionalFact(facts.mtls, detail.mtls, (mtls) => <MtlsFact mtls={mtls} />),
    ...optionalFact(facts.created, detail.createdAt, (at) => <CreatedAt at={at} />),
  ];
}
