import { Copy } from 'lucide-react';
import type { Column } from '#components/ui/data-table/column.ts';
import { FullObjectLink } from '#components/ui/object-link.tsx';
import type { RegistryService } from '#lib/contract/mesh-registry.ts';
import { words } from './words.ts';

const columns: readonly Column<RegistryService>[] = [
  {
    id: 'hostname',
    title: words.hostname,
    value: ({ hostname }) => hostname,
    cell: ({ hostname, sameHostname }) => (
      <span className="flex min-w-0 items-center gap-2">
        <span className="mono truncate font-medium" title={hostname}>
          {hostname}
        </span>
        {sameHostname > 1 && <TwiceMark count={sameHostname} />}
      </span>
    ),
    narrowCell: (service) => (
      <span className="flex flex-col leading-[18px]">
        <span className="mono truncate font-medium">{service.hostname}</span>
        <span className="truncate text-xs text-ink-muted">
          {service.sameHostname > 1 && `${words.twice(service.sameHostname)} · `}
          {portsText(service)}
        </span>
      </span>
    ),
  },
  {
    id: 'object',
    title: words.object,
    width: 250,
    isWideOnly: true,
    value: ({ object, registry }) =>
      object === undefined ? registry : `${object.kind} ${object.namespace}/${object.name}`,
    cell: ({ object, registry }) =>
      object === undefined ? (
        registry
      ) : (
        <span className="flex min-w-0">
          <FullObjectLink object={object} />
        </span>
      ),
  },
  {
    id: 'ports',
    title: words.ports,
    width: 200,
    isWideOnly: true,
    value: portsText,
    cell: (service) => <span title={portsText(service)}>{portsText(service)}</span>,
  },
  {
    id: 'resolution',
    title: words.resolution,
    width: 112,
    isWideOnly: true,
    value: ({ resolution }) => resolution,
  },
  {
    id: 'addresses',
    title: words.addresses,
    width: 170,
    isWideOnly: true,
    value: addressesText,
    cell: (service) => (
      <span className="mono" title={addressesText(service)}>
        {addressesText(service) || '–'}
      </span>
    ),
  },
  {
    id: 'auto',
    title: words.autoAddresses,
    width: 116,
    isWideOnly: true,
    value: ({ autoAddresses }) => autoAddresses.join(', '),
    cell: ({ autoAddresses }) => (
      <span className="mono" title={autoAddresses.join(', ')}>
        {autoAddresses[0] ?? '–'}
      </span>
    ),
  },
  {
    id: 'external',
    title: words.external,
    width: 120,
    isWideOnly: true,
    isHiddenByDefault: true,
    value: ({ isMeshExternal }) => (isMeshExternal ? words.isExternal : words.isInternal),
  },
  { id: 'exportTo', title: words.exportTo, width: 130, isHiddenByDefault: true, value: exportText },
  {
    id: 'registry',
    title: words.registry,
    width: 110,
    isHiddenByDefault: true,
    value: ({ registry }) => registry,
  },
];

const endpointsColumn: Column<RegistryService> = {
  id: 'endpoints',
  title: words.endpoints,
  width: 120,
  isWideOnly: true,
  value: endpointsText,
  cell: (service) => <span title={endpointsText(service)}>{endpointsText(service) ?? '–'}</span>,
};

/** Columns of istiod's services, endpoints among them where they were asked for. */
export function registryColumns(withEndpoints: boolean): readonly Column<RegistryService>[] {
  return withEndpoints ? withEndpointsColumns : columns;
}

const withEndpointsColumns = [...columns, endpointsColumn];

function TwiceMark({ count }: { count: number }) {
  return (
    <span className="inline-flex shrink-0 items-center gap-1 text-warn" title={words.twiceText}>
      <Copy size={12} aria-hidden />
      {words.twice(count)}
    </span>
  );
}

export function portsText({ ports }: RegistryService): string {
  return ports.map(({ port, protocol }) => `${port} ${words.protocol(protocol)}`).join(', ');
}

export function addressesText({ clusterAddresses }: RegistryService): string {
  return clusterAddresses
    .map(({ cluster, addresses }) =>
      clusterAddresses.length === 1 ? addresses.join(', ') : `${cluster}: ${addresses.join(', ')}`,
    )
    .join('; ');
}

export function exportText({ exportTo }: RegistryService): string {
  return exportTo.length === 0 ? words.everywhere : exportTo.join(', ');
}

export function endpointsText({ endpoints }: RegistryService): string | undefined {
  if (endpoints === undefined) return undefined;
  if (endpoints.length === 0) return words.noEndpoints;
  const clusters = new Set(endpoints.map(({ cluster }) => cluster));
  return endpoints
    .map(
      ({ cluster, health, count }) =>
        `${count} ${words.health(health)}${clusters.size > 1 ? ` in ${cluster}` : ''}`,
    )
    .join(', ');
}
