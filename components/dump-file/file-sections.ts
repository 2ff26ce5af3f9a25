import type { z } from 'zod';
import type { ProxyLink } from '#lib/contract/proxy-links.ts';
import {
  clustersSectionSchema,
  ecdsSectionSchema,
  endpointsSectionSchema,
  listenersSectionSchema,
  routesSectionSchema,
  secretsSectionSchema,
} from '#lib/contract/proxy-sections.ts';

/** What the rows of all sections have in common, and their texts by field. */
export type FileRow = {
  id: string;
  state: string;
  links: ProxyLink[];
  proofPath: string;
  texts: Readonly<Record<string, string>>;
};

type FileColumn = { field: string; title: string; width?: number };

export type FileSection = {
  id: 'clusters' | 'listeners' | 'routes' | 'endpoints' | 'secrets' | 'ecds';
  title: string;
  schema: z.ZodType<{ rows: (Omit<FileRow, 'texts'> & Record<string, unknown>)[]; byteCount: number }>;
  /** istioctl's columns. */
  columns: readonly FileColumn[];
};

/** The tables of a dump: istioctl's own columns; the open row has the rest. */
export const fileSections: readonly FileSection[] = [
  {
    id: 'clusters',
    title: 'Clusters',
    schema: clustersSectionSchema,
    columns: [
      { field: 'serviceFqdn', title: 'Service FQDN' },
      { field: 'port', title: 'Port', width: 72 },
      { field: 'subset', title: 'Subset', width: 88 },
      { field: 'direction', title: 'Direction', width: 96 },
      { field: 'type', title: 'Type', width: 128 },
      { field: 'destinationRule', title: 'Destination rule', width: 180 },
    ],
  },
  {
    id: 'listeners',
    title: 'Listeners',
    schema: listenersSectionSchema,
    columns: [
      { field: 'addresses', title: 'Addresses', width: 128 },
      { field: 'port', title: 'Port', width: 72 },
      { field: 'match', title: 'Match' },
      { field: 'destination', title: 'Destination' },
    ],
  },
  {
    id: 'routes',
    title: 'Routes',
    schema: routesSectionSchema,
    columns: [
      { field: 'name', title: 'Name', width: 132 },
      { field: 'virtualHost', title: 'Virtual host' },
      { field: 'domains', title: 'Domains' },
      { field: 'match', title: 'Match', width: 140 },
      { field: 'virtualService', title: 'Virtual service', width: 168 },
    ],
  },
  {
    id: 'endpoints',
    title: 'Endpoints',
    schema: endpointsSectionSchema,
    columns: [
      { field: 'endpoint', title: 'Endpoint', width: 200 },
      { field: 'status', title: 'Status', width: 104 },
      { field: 'outlierCheck', title: 'Outlier check', width: 120 },
      { field: 'cluster', title: 'Cluster' },
    ],
  },
  {
    id: 'secrets',
    title: 'Secrets',
    schema: secretsSectionSchema,
    columns: [
      { field: 'resourceName', title: 'Resource name' },
      { field: 'type', title: 'Type', width: 120 },
      { field: 'status', title: 'Status', width: 96 },
      { field: 'validCert', title: 'Valid', width: 72 },
      { field: 'serialNumber', title: 'Serial number', width: 280 },
      { field: 'notAfter', title: 'Not after', width: 180 },
    ],
  },
  {
    id: 'ecds',
    title: 'Filters',
    schema: ecdsSectionSchema,
    columns: [
      { field: 'ecdsName', title: 'Name' },
      { field: 'type', title: 'Type' },
    ],
  },
];
