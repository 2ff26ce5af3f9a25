import { z } from 'zod';
import type { PostEntry } from './post-entry.ts';
import {
  clustersSectionSchema,
  ecdsSectionSchema,
  endpointsSectionSchema,
  listenersSectionSchema,
  routesSectionSchema,
  secretsSectionSchema,
} from './proxy-sections.ts';

/** A dump from a file is asked nothing but what it holds. */
export const dumpFileQuery = z.strictObject({});

/** What is said of every one of these routes. */
const asFile = { query: dumpFileQuery, body: 'file' } as const;

/** The tables of a dump that somebody sends as a file: `istioctl proxy-config --file`. Nothing of it is kept. */
export const dumpFilePosts = {
  '/api/dumps/clusters': {
    summary: 'Clusters in a dump from a file, with the objects behind them as they are now',
    ...asFile,
    data: clustersSectionSchema,
  },
  '/api/dumps/listeners': {
    summary: 'Filter chains in a dump from a file, with the objects behind them as they are now',
    ...asFile,
    data: listenersSectionSchema,
  },
  '/api/dumps/routes': {
    summary: 'Routes in a dump from a file, with the objects behind them as they are now',
    ...asFile,
    data: routesSectionSchema,
  },
  '/api/dumps/endpoints': {
    summary: 'Endpoints in a dump from a file (made with include_eds), with their pods as they are now',
    ...asFile,
    data: endpointsSectionSchema,
  },
  '/api/dumps/secrets': {
    summary: 'Certificates in a dump from a file, with the Secrets behind them as they are now',
    ...asFile,
    data: secretsSectionSchema,
  },
  '/api/dumps/ecds': {
    summary: 'Extensions fetched by name in a dump from a file, and who uses them',
    ...asFile,
    data: ecdsSectionSchema,
  },
} as const satisfies Record<string, PostEntry>;
