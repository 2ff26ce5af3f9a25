import type { z } from 'zod';
import { rawDownloadQuery } from './raw.ts';
import { snapshotQuery } from './snapshot.ts';

type FileEntry = { summary: string; query: z.ZodType; contentType: string };

/** Every route that answers a file to keep, as it is and without the envelope of the others. */
export const apiFiles = {
  '/api/proxies/{namespace}/{pod}/raw/download': {
    summary:
      "A proxy's whole dump without secrets, its own or istiod's; istioctl proxy-config reads it with --file",
    query: rawDownloadQuery,
    contentType: 'application/json',
  },
  '/api/snapshot': {
    summary:
      'The mesh as one file without secrets: objects, answers of istiod and of proxies, a window of metrics, logs and traces',
    query: snapshotQuery,
    contentType: 'application/gzip',
  },
} as const satisfies Record<string, FileEntry>;
