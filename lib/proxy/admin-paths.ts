/**
 * Every answer of a proxy's own HTTP doors that Vigla may ask for, with the parameters it may send. What is not here
 * cannot be called: draining, quitting, resetting counters and changing levels are no entries.
 * Source: Envoy's administration interface, pilot-agent's status port.
 */
export const adminPaths = {
  config_dump: { port: 15000, method: 'GET', parameters: ['include_eds', 'mask', 'resource', 'name_regex'] },
  clusters: { port: 15000, method: 'GET', parameters: ['format'] },
  listeners: { port: 15000, method: 'GET', parameters: ['format'] },
  certs: { port: 15000, method: 'GET', parameters: [] },
  server_info: { port: 15000, method: 'GET', parameters: [] },
  stats: { port: 15000, method: 'GET', parameters: ['format', 'filter', 'usedonly', 'type'] },
  'stats/prometheus': { port: 15000, method: 'GET', parameters: ['filter', 'usedonly'] },
  runtime: { port: 15000, method: 'GET', parameters: [] },
  ready: { port: 15000, method: 'GET', parameters: [] },
  memory: { port: 15000, method: 'GET', parameters: [] },
  init_dump: { port: 15000, method: 'GET', parameters: ['mask'] },
  // Envoy lists its loggers on POST only; without parameters nothing changes.
  logging: { port: 15000, method: 'POST', parameters: [] },
  'agent/stats/prometheus': { port: 15020, method: 'GET', parameters: [] },
} as const satisfies Record<string, { port: number; method: 'GET' | 'POST'; parameters: readonly string[] }>;
export type AdminPath = keyof typeof adminPaths;

/** A path of a proxy's administration with its parameters; a flag such as `include_eds` has an empty value. */
export type AdminQuestion = { path: AdminPath; parameters?: Readonly<Record<string, string>> };
