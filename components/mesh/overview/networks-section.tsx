import { PlainTable } from '#components/ui/plain-table.tsx';
import type { MeshNetwork } from '#lib/contract/mesh.ts';
import { Names } from '../names.tsx';
import { Section } from '../section.tsx';
import { words } from './words.ts';

/** Networks whose pods reach each other through gateways only. */
export function NetworksSection({ networks }: { networks: readonly MeshNetwork[] }) {
  return (
    <Section title={words.networks} count={networks.length} empty={words.noNetworks}>
      <PlainTable label={words.networks} rows={networks} rowId={({ network }) => network} columns={columns} />
    </Section>
  );
}

const columns = [
  {
    title: words.network,
    cell: ({ network }: MeshNetwork) => <span className="font-medium">{network}</span>,
  },
  { title: words.namedBy, isWrapped: true, cell: ({ sources }: MeshNetwork) => sources.join(', ') },
  {
    title: words.gatewayAddresses,
    isWrapped: true,
    cell: ({ gateways }: MeshNetwork) => <Names names={gateways} />,
  },
];
