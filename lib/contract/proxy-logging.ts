import { z } from 'zod';
import { proxyFields } from './proxies.ts';

export const proxyLoggingQuery = z.strictObject(proxyFields);
export type ProxyLoggingQuery = z.output<typeof proxyLoggingQuery>;

/** Without a logger: all of them. */
export const proxyLoggingBody = z.strictObject({
  logger: z.string().min(1).max(200).optional(),
  level: z.string().min(1).max(20),
});
export type ProxyLoggingBody = z.output<typeof proxyLoggingBody>;

const loggerSchema = z.strictObject({
  name: z.string(),
  level: z.string(),
  /** What it had when the proxy started; absent where that is not known. */
  startLevel: z.string().optional(),
  /** Its level is another than at the start of the proxy. */
  isChanged: z.boolean(),
  /** What it writes about, of those that people look for. */
  explanation: z.string().optional(),
});
export type ProxyLogger = z.infer<typeof loggerSchema>;

export const proxyLoggingSchema = z.strictObject({
  loggers: z.array(loggerSchema),
  /** From all to nothing. */
  levels: z.array(z.string()),
  /** How many loggers have each level. */
  counts: z.array(z.strictObject({ level: z.string(), count: z.int() })),
  change: z.strictObject({
    isAllowed: z.boolean(),
    /** Why it is not. */
    reason: z.string().optional(),
    /** istioctl's way to change levels, up to the level itself: `… --level rbac:` */
    command: z.string(),
  }),
});
export type ProxyLogging = z.infer<typeof proxyLoggingSchema>;
