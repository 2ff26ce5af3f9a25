import { Chip } from '#components/ui/chip.tsx';
import type { Column } from '#components/ui/data-table/column.ts';
import { ObjectLink } from '#components/ui/object-link.tsx';
import { StatusBadge } from '#components/ui/status-badge.tsx';
import type {
  ZtunnelCertificate,
  ZtunnelConnection,
  ZtunnelMetric,
  ZtunnelPolicy,
  ZtunnelService,
  ZtunnelWorkload,
} from '#lib/contract/ztunnel.ts';
import { monoColumn } from './mono-column.tsx';
import { words } from './words.ts';

export const workloadColumns: readonly Column<ZtunnelWorkload>[] = [
  { id: 'namespace', title: words.namespace, value: (row) => row.namespace, width: 112, isWideOnly: true },
  monoColumn({ id: 'pod', title: words.pod, value: (row) => row.podName, width: 250 }),
  monoColumn({ id: 'address', title: words.address, value: (row) => row.address, width: 120 }),
  { id: 'node', title: words.node, value: (row) => row.node, width: 120, isWideOnly: true },
  { id: 'waypoint', title: words.waypoint, value: (row) => row.waypoint, width: 120, isWideOnly: true },
  { id: 'protocol', title: words.protocol, value: (row) => row.protocol, width: 84 },
  {
    id: 'status',
    title: words.status,
    value: (row) => row.status,
    cell: (row) => (
      <StatusBadge status={row.status === 'Healthy' ? 'healthy' : 'degraded'} text={row.status} />
    ),
    width: 108,
    isWideOnly: true,
  },
  {
    id: 'policies',
    title: words.policies,
    value: (row) => row.policies.join(', '),
    isWideOnly: true,
  },
  {
    id: 'services',
    title: words.services,
    value: (row) => row.services.join(', '),
    isHiddenByDefault: true,
  },
  {
    id: 'account',
    title: words.serviceAccount,
    value: (row) => row.serviceAccount,
    isHiddenByDefault: true,
  },
];

export const serviceColumns: readonly Column<ZtunnelService>[] = [
  { id: 'namespace', title: words.namespace, value: (row) => row.namespace, width: 112, isWideOnly: true },
  {
    id: 'service',
    title: words.service,
    value: (row) => row.serviceName,
    cell: (row) =>
      row.object !== undefined ? (
        <ObjectLink object={row.object}>{row.serviceName}</ObjectLink>
      ) : (
        row.serviceName
      ),
    width: 180,
  },
  monoColumn({ id: 'vip', title: words.vip, value: (row) => row.serviceVip, width: 140 }),
  { id: 'waypoint', title: words.waypoint, value: (row) => row.waypoint, width: 120, isWideOnly: true },
  {
    id: 'endpoints',
    title: words.endpoints,
    value: (row) => row.healthyEndpoints,
    cell: (row) => (
      <span className={row.healthyEndpoints < row.totalEndpoints ? 'text-warn' : undefined}>
        {row.endpoints}
      </span>
    ),
    isNumber: true,
    width: 96,
  },
  monoColumn({
    id: 'ports',
    title: words.ports,
    value: (row) => row.ports.join(', '),
    width: 160,
    isWideOnly: true,
  }),
  monoColumn({ id: 'hostname', title: words.hostname, value: (row) => row.hostname, isWideOnly: true }),
  {
    id: 'balancing',
    title: words.balancing,
    value: (row) => row.loadBalancing,
    width: 120,
    isHiddenByDefault: true,
  },
];

export const policyColumns: readonly Column<ZtunnelPolicy>[] = [
  { id: 'namespace', title: words.namespace, value: (row) => row.namespace, width: 112, isWideOnly: true },
  {
    id: 'policy',
    title: words.policy,
    value: (row) => row.policyName,
    cell: (row) =>
      row.object === undefined ? (
        <span title={row.note}>{row.policyName}</span>
      ) : (
        <ObjectLink object={row.object}>{row.policyName}</ObjectLink>
      ),
    width: 260,
  },
  {
    id: 'action',
    title: words.action,
    value: (row) => row.action,
    cell: (row) => (
      <span className="flex items-center gap-1.5">
        {row.action}
        {row.isDryRun && <Chip>{words.dryRun}</Chip>}
      </span>
    ),
    width: 120,
  },
  { id: 'scope', title: words.scope, value: (row) => row.scope, width: 140, isWideOnly: true },
  monoColumn({
    id: 'rules',
    title: words.rules,
    value: (row) => [...row.rules, ...(row.note === undefined ? [] : [row.note])].join('; '),
    isWideOnly: true,
  }),
];

export const certificateColumns: readonly Column<ZtunnelCertificate>[] = [
  monoColumn({ id: 'name', title: words.certificate, value: (row) => row.certificateName, width: 380 }),
  { id: 'type', title: words.type, value: (row) => row.type, width: 96, isWideOnly: true },
  { id: 'status', title: words.status, value: (row) => row.status, width: 108 },
  {
    id: 'valid',
    title: words.valid,
    value: (row) => row.validCert,
    cell: (row) => (
      <StatusBadge status={row.validCert === 'true' ? 'healthy' : 'failing'} text={row.validCert} />
    ),
    width: 84,
  },
  monoColumn({
    id: 'serial',
    title: words.serial,
    value: (row) => row.serialNumber,
    width: 260,
    isWideOnly: true,
  }),
  monoColumn({
    id: 'notAfter',
    title: words.notAfter,
    value: (row) => row.notAfter,
    width: 170,
    isWideOnly: true,
  }),
  monoColumn({
    id: 'notBefore',
    title: words.notBefore,
    value: (row) => row.notBefore,
    width: 170,
    isWideOnly: true,
  }),
  { id: 'reason', title: words.reason, value: (row) => row.reason, isWideOnly: true },
];

export const connectionColumns: readonly Column<ZtunnelConnection>[] = [
  monoColumn({ id: 'workload', title: words.workload, value: (row) => row.workload, width: 280 }),
  { id: 'direction', title: words.direction, value: (row) => row.direction, width: 96 },
  monoColumn({ id: 'local', title: words.local, value: (row) => row.local, width: 180, isWideOnly: true }),
  monoColumn({ id: 'remote', title: words.remote, value: (row) => row.remote, width: 180 }),
  monoColumn({ id: 'target', title: words.target, value: (row) => row.remoteTarget, isWideOnly: true }),
  { id: 'protocol', title: words.protocol, value: (row) => row.protocol, width: 96, isWideOnly: true },
];

type Setting = { key: string; value: string };

export const configColumns: readonly Column<Setting>[] = [
  monoColumn({ id: 'key', title: words.key, value: (row) => row.key, width: 360 }),
  monoColumn({ id: 'value', title: words.value, value: (row) => row.value }),
];

export const metricColumns: readonly Column<ZtunnelMetric>[] = [
  monoColumn({ id: 'name', title: words.metric, value: (row) => row.name, width: 320 }),
  monoColumn({ id: 'labels', title: words.labels, value: (row) => row.labels, width: 320, isWideOnly: true }),
  { id: 'type', title: words.type, value: (row) => row.type, width: 88, isWideOnly: true },
  { id: 'value', title: words.value, value: (row) => Number(row.value), isNumber: true, width: 120 },
  { id: 'help', title: words.help, value: (row) => row.help, isWideOnly: true },
];
