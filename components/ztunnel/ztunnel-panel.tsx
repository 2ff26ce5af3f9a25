'use client';

import type { ReactNode } from 'react';
import { Button, ButtonGroup } from '#components/ui/button.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { useUrlState } from '#components/ui/use-url-state.ts';
import {
  ztunnelCertificatesSchema,
  ztunnelConfigSchema,
  ztunnelConnectionsSchema,
  ztunnelMetricsSchema,
  ztunnelPoliciesSchema,
  ztunnelServicesSchema,
  ztunnelWorkloadsSchema,
} from '#lib/contract/ztunnel.ts';
import type { ProxyTabProps, ProxyTarget } from '#lib/proxy-target.ts';
import {
  certificateColumns,
  configColumns,
  connectionColumns,
  metricColumns,
  policyColumns,
  serviceColumns,
  workloadColumns,
} from './columns.tsx';
import { words } from './words.ts';
import { type ZtunnelSection, ztunnelSections, ztunnelUrl } from './ztunnel-state.ts';
import { ZtunnelTable } from './ztunnel-table.tsx';

/** What a ztunnel knows and does: its own dump as istioctl's tables. */
export function ZtunnelPanel({ target }: ProxyTabProps) {
  const [{ section }, change] = useUrlState(ztunnelUrl);
  const name = `${target.pod}.${target.namespace}`;
  const command =
    section === 'metrics'
      ? `kubectl get --raw /api/v1/namespaces/${target.namespace}/pods/${target.pod}:15020/proxy/metrics`
      : `istioctl ztunnel-config ${words.commands[section]} ${name}`;
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface">
      <div className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 border-b px-4 py-1.5">
        <ButtonGroup aria-label={words.choose}>
          {ztunnelSections.map((id) => (
            <Button
              key={id}
              isOn={id === section}
              aria-pressed={id === section}
              onClick={() => change({ section: id })}
            >
              {words.sections[id]}
            </Button>
          ))}
        </ButtonGroup>
        <span className="flex min-w-0 items-center gap-2 text-ink-muted max-md:hidden">
          <code className="mono truncate text-xs">{command}</code>
          <CopyButton text={command} label="command" />
        </span>
      </div>
      {/* Without a key the next table would first be drawn with the rows of the one before. */}
      <div key={section} className="min-h-0 flex-1">
        {tables[section](target)}
      </div>
    </div>
  );
}

const tables: Record<ZtunnelSection, (target: ProxyTarget) => ReactNode> = {
  workloads: (target) => (
    <ZtunnelTable
      target={target}
      section="workloads"
      schema={ztunnelWorkloadsSchema}
      columns={workloadColumns}
      rowId={({ uid }) => uid}
    />
  ),
  services: (target) => (
    <ZtunnelTable
      target={target}
      section="services"
      schema={ztunnelServicesSchema}
      columns={serviceColumns}
      rowId={({ namespace, hostname }) => `${namespace}/${hostname}`}
    />
  ),
  policies: (target) => (
    <ZtunnelTable
      target={target}
      section="policies"
      schema={ztunnelPoliciesSchema}
      columns={policyColumns}
      rowId={({ namespace, policyName }) => `${namespace}/${policyName}`}
    />
  ),
  certificates: (target) => (
    <ZtunnelTable
      target={target}
      section="certificates"
      schema={ztunnelCertificatesSchema}
      columns={certificateColumns}
      rowId={({ certificateName, type, serialNumber, status, reason }) =>
        [certificateName, type, serialNumber, status, reason].join(' ')
      }
    />
  ),
  connections: (target) => (
    <ZtunnelTable
      target={target}
      section="connections"
      schema={ztunnelConnectionsSchema}
      columns={connectionColumns}
      rowId={({ workload, direction, local, remote }) => [workload, direction, local, remote].join(' ')}
    />
  ),
  config: (target) => (
    <ZtunnelTable
      target={target}
      section="config"
      schema={ztunnelConfigSchema}
      columns={configColumns}
      rowId={({ key }) => key}
    />
  ),
  metrics: (target) => (
    <ZtunnelTable
      target={target}
      section="metrics"
      schema={ztunnelMetricsSchema}
      columns={metricColumns}
      rowId={({ name, labels }) => `${name}{${labels}}`}
    />
  ),
};
