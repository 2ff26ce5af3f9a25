import { type Logger, pino } from 'pino';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { z } from 'zod';
import { routeOf } from '#lib/contract/route-of.ts';
import packageJson from '#package.json' with { type: 'json' };

type Telemetry = ReturnType<typeof createTelemetry>;

const processWide: { [key: symbol]: Telemetry | undefined } = globalThis;
const key = Symbol.for('vigla.telemetry');

/** One for the process: the framework loads this module once for each bundle, hence the place on the global object. */
function telemetry(): Telemetry {
  processWide[key] ??= createTelemetry();
  return processWide[key];
}

const logLevel = z.enum(['debug', 'info', 'warn', 'error', 'silent']).catch('info');

function createTelemetry() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'vigla_' });
  new Gauge({
    name: 'vigla_build_info',
    help: 'Always 1; the labels say which version runs on which Node.',
    labelNames: ['version', 'node'],
    registers,
  }).set({ version: packageJson.version, node: process.versions.node }, 1);
  return {
    registry,
    // The configuration refuses a wrong level at start; the logger must work even while that is being said.
    logger: pino({
      name: 'vigla',
      level: logLevel.parse(process.env.VIGLA_LOG_LEVEL),
      timestamp: pino.stdTimeFunctions.isoTime,
    }),
    requestSeconds: new Histogram({
      name: 'vigla_request_duration_seconds',
      help: 'Time to answer a request, by route and HTTP status.',
      labelNames: ['route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers,
    }),
    sourceCalls: new Counter({
      name: 'vigla_source_calls_total',
      help: 'Calls to a source, each with its retries, by how they ended.',
      labelNames: ['source', 'outcome'],
      registers,
    }),
    sourceCallSeconds: new Histogram({
      name: 'vigla_source_call_duration_seconds',
      help: 'Time until a call to a source ended, retries included.',
      labelNames: ['source'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers,
    }),
    cacheLookups: new Counter({
      name: 'vigla_cache_lookups_total',
      help: 'Look-ups in a cache: hit, miss, or shared with a call already under way.',
      labelNames: ['cache', 'result'],
      registers,
    }),
  };
}

/** The log of the process, one JSON object a line on standard output. */
export function logger(): Logger {
  return telemetry().logger;
}

/** Starts the clock of a request; the answer ends it with the HTTP status. Paths outside the API count as `other`. */
export function observeRequest(path: string): (status: number) => void {
  const route = routeOf(path) ?? 'other';
  const end = telemetry().requestSeconds.startTimer({ route });
  return (status) => {
    end({ status });
  };
}

/** Counts a finished call to a source. */
export function countSourceCall(call: { source: string; outcome: string; seconds: number }): void {
  telemetry().sourceCalls.inc({ source: call.source, outcome: call.outcome });
  telemetry().sourceCallSeconds.observe({ source: call.source }, call.seconds);
}

export function countCacheLookup(cache: string, result: 'hit' | 'miss' | 'shared'): void {
  telemetry().cacheLookups.inc({ cache, result });
}

/** Vigla's own metrics in Prometheus' text format, with the content type that says so. */
export async function ownMetrics(): Promise<{ text: string; contentType: string }> {
  const { registry } = telemetry();
  return { text: await registry.metrics(), contentType: registry.contentType };
}
