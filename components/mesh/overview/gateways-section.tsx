import { HealthWhy } from '#components/ui/health-why.tsx';
import { FullObjectLink, ObjectLink } from '#components/ui/object-link.tsx';
import { PlainTable } from '#components/ui/plain-table.tsx';
import type { MeshGateway } from '#lib/contract/mesh.ts';
import { Section } from '../section.tsx';
import { words } from './words.ts';

/** The proxies at the edges of the mesh, and how they are reached. */
export function GatewaysSection({ gateways }: { gateways: readonly MeshGateway[] }) {
  return (
    <Section title={words.gateways} count={gateways.length} empty={words.noGateways}>
      <PlainTable
        label={words.gateways}
        rows={gateways}
        rowId={({ namespace, name }) => `${namespace}/${name}`}
        columns={columns}
      />
    </Section>
  );
}

const columns = [
  {
    title: words.gateway,
    isWrapped: true,
    cell: ({ service, namespace, name }: MeshGateway) => (
      <span className="flex flex-col leading-[18px]">
        {service === undefined ? name : <ObjectLink object={service} />}
        <span className="text-xs text-ink-muted">{namespace}</span>
      </span>
    ),
  },
  { title: words.role, isWideOnly: true, cell: ({ role }: MeshGateway) => words.roles[role] },
  { title: words.state, cell: ({ name, health }: MeshGateway) => <HealthWhy name={name} health={health} /> },
  {
    title: words.addresses,
    isWrapped: true,
    cell: ({ addresses, serviceType }: MeshGateway) => (
      <span className="flex flex-wrap gap-x-2">
        <span className="mono">{addresses.join(', ') || '–'}</span>
        <span className="text-ink-muted">{serviceType}</span>
      </span>
    ),
  },
  {
    title: words.ports,
    isWideOnly: true,
    isWrapped: true,
    cell: ({ ports }: MeshGateway) => ports.join(', '),
  },
  {
    title: words.pods,
    isNumber: true,
    isWideOnly: true,
    cell: ({ pods }: MeshGateway) => words.of(pods.ready, pods.total),
  },
  {
    title: words.serves,
    isWideOnly: true,
    isWrapped: true,
    cell: ({ serves }: MeshGateway) => (
      <span className="flex flex-col">
        {serves.map((object) => (
          <FullObjectLink key={`${object.namespace}/${object.name}`} object={object} />
        ))}
      </span>
    ),
  },
];
