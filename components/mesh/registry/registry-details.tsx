import { KeyValueList } from '#components/ui/key-value-list.tsx';
import { FullObjectLink } from '#components/ui/object-link.tsx';
import type { RegistryService } from '#lib/contract/mesh-registry.ts';
import { addressesText, endpointsText, exportText, portsText } from './registry-columns.tsx';
import { words } from './words.ts';

/** One service of the registry with everything that istiod says of it. */
export function RegistryDetails({ service }: { service: RegistryService }) {
  const { object, registry, resolution, isMeshExternal, autoAddresses, serviceAccounts, sameHostname } =
    service;
  return (
    <div className="flex flex-col gap-2 px-4 py-3">
      {sameHostname > 1 && <p>{words.twiceText}</p>}
      <KeyValueList
        rows={[
          { key: words.object, value: object === undefined ? registry : <FullObjectLink object={object} /> },
          { key: words.namespace, value: service.namespace },
          { key: words.ports, value: portsText(service) },
          { key: words.resolution, value: resolution },
          { key: words.external, value: isMeshExternal ? words.isExternal : words.isInternal },
          { key: words.addresses, value: addressesText(service) },
          { key: words.autoAddresses, value: autoAddresses.join(', ') },
          { key: words.exportTo, value: exportText(service) },
          { key: words.endpoints, value: endpointsText(service) ?? words.notAsked },
          { key: words.serviceAccounts, value: serviceAccounts.join(', ') },
        ]}
      />
    </div>
  );
}
