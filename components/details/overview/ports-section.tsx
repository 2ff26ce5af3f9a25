import { Chip } from '#components/ui/chip.tsx';
import { PlainTable } from '#components/ui/plain-table.tsx';
import type { Port } from '#lib/contract/inventory.ts';
import { overviewWords } from './overview-words.ts';
import { Section } from './section.tsx';

/** Where it is said what a port speaks, as a sentence goes on after the protocol. */
const fromWords: Record<Port['protocolFrom'], string> = {
  appProtocol: 'by its appProtocol',
  name: 'by its name',
  protocol: 'by the field protocol',
  wellKnownPort: 'by its number, which is well known',
  detection: 'not said: Istio looks into the first bytes',
  transport: 'by its transport protocol',
};

export function PortsSection({ ports }: { ports: readonly Port[] }) {
  return (
    <Section title={overviewWords.ports}>
      <PlainTable
        label={overviewWords.ports}
        rows={ports}
        rowId={({ port, name }) => `${port} ${name ?? ''}`}
        columns={[
          { title: 'Port', cell: ({ port }) => <span className="mono">{port}</span> },
          { title: 'Name', cell: ({ name }) => <span className="mono">{name ?? '–'}</span> },
          {
            title: 'Taken for',
            cell: ({ protocol, protocolFrom }) => (
              <span className="flex items-center gap-2">
                <Chip>{protocol}</Chip>
                <span className="text-ink-muted max-md:hidden">{fromWords[protocolFrom]}</span>
              </span>
            ),
          },
          {
            title: 'Target port',
            cell: ({ targetPort }) => <span className="mono">{targetPort ?? '–'}</span>,
          },
        ]}
      />
    </Section>
  );
}
