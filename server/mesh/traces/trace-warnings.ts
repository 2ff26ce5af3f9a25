import type { Warning } from '#lib/contract/envelope.ts';

export function tracesWarning(code: string, message: string): Warning {
  return { code, source: 'traces', message };
}

/** Why there are no traces at all, and the setting that brings them. */
export function noStoreMessage(mode: 'demo' | 'cluster' | 'snapshot'): string {
  return mode === 'cluster'
    ? 'No trace store is configured. Set TRACING_URL to the address of Jaeger or Tempo to see traces.'
    : 'This recording holds no traces.';
}
