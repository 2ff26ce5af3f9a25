import { CreatedAt } from '#components/ui/created-at.tsx';
import type { ServiceDetail } from '#lib/contract/details.ts';
import { membershipWords } from '#lib/membership-words.ts';
import { TargetLinks } from '../target-link.tsx';
import { words } from '../words.ts';
import { type Fact, optionalFact } from './fact.ts';
import { MtlsFact } from './mtls-fact.tsx';
import { PodsFact } from './pods-fact.tsx';

const { facts } = words;

export function serviceFacts(detail: ServiceDetail): Fact[] {
  const { namespace, workloads, endpoints, ports, inMesh } = detail;
  return [
    ...optionalFact(facts.endpoints, endpoints, (counts) => <PodsFact pods={counts} />),
    {
      term: facts.ports,
      value: (
        <span className="mono">{ports.map(({ port, protocol }) => `${port} ${protocol}`).join(', ')}</span>
      ),
    },
    {
      term: facts.workloads,
      value: <TargetLinks kind="workload" namespace={namespace} names={workloads} none={facts.none} />,
    },
    {
      term: facts.mesh,
      value: <span title={inMesh.why.text}>{membershipWords[inMesh.mode].toLowerCase()}</span>,
    },
    ...optionalFact(facts.mtls, detail.mtls, (mtls) => <MtlsFact mtls={mtls} />),
    ...optionalFact(facts.created, detail.createdAt, (at) => <CreatedAt at={at} />),
  ];
}
