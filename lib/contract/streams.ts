import type { z } from 'zod';
import { logEventSchema, logsFollowQuery } from './logs.ts';

type StreamEntry = { summary: string; query: z.ZodType; event: z.ZodType };

const follow = { query: logsFollowQuery, event: logEventSchema };

/** Every route that answers Server-Sent Events: each event's data is one JSON document of this shape. */
export const apiStreams = {
  '/api/applications/{namespace}/{name}/logs/follow': {
    summary: 'New log lines of all pods of an application, as they come',
    ...follow,
  },
  '/api/services/{namespace}/{name}/logs/follow': {
    summary: 'New log lines of all pods behind a service, as they come',
    ...follow,
  },
  '/api/workloads/{namespace}/{name}/logs/follow': {
    summary: "New log lines of a workload's pods, as they come",
    ...follow,
  },
} as const satisfies Record<string, StreamEntry>;
