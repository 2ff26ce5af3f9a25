import type { GraphEdge } from '#lib/contract/graph.ts';
import { ownReporter } from '#lib/graph/own-reporter.ts';

export type CodeClass = 'ok' | 'warn' | 'fail';
export type CodeShare = { code: string; share: number; codeClass: CodeClass };

/** Codes of an edge with their shares, most frequent first, as the reporter saw them whose word its figures are. */
export function codeShares(edge: GraphEdge): CodeShare[] {
  const reporter = ownReporter(edge);
  const shares = new Map<string, number>();
  for (const response of edge.responses ?? []) {
    if (response.reporter !== reporter) continue;
    shares.set(response.code, (shares.get(response.code) ?? 0) + response.share);
  }
  return [...shares]
    .map(([code, share]) => ({ code, share, codeClass: codeClassOf(code) }))
    .sort((a, b) => b.share - a.share || a.code.localeCompare(b.code));
}

/** Flags of a TCP edge's connections with their shares, in the same way. */
export function flagShares(edge: GraphEdge): CodeShare[] {
  const shares = new Map<string, number>();
  for (const { flags, share } of edge.connections ?? []) shares.set(flags, (shares.get(flags) ?? 0) + share);
  return [...shares]
    .map(([code, share]): CodeShare => ({ code, share, codeClass: code === '-' ? 'ok' : 'fail' }))
    .sort((a, b) => b.share - a.share || a.code.localeCompare(b.code));
}

/** No code at all means that no answer came. */
function codeClassOf(code: string): CodeClass {
  if (code.startsWith('5') || code === '-' || code === '0') return 'fail';
  return code.startsWith('4') ? 'warn' : 'ok';
}
