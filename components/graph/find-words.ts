/** Expressions that many look for first. */
export const findPresets = [
  { title: 'Slow: p95 over 1 s', expression: 'responsetime > 1s' },
  { title: 'Errors over 1 %', expression: 'errors > 1%' },
  { title: 'Not healthy', expression: 'degraded OR failing' },
  { title: 'Unknown sources', expression: 'node = unknown' },
  { title: 'Outside the mesh', expression: 'outofmesh' },
  { title: 'Without mTLS', expression: 'mtls < 100%' },
  { title: 'Most connected', expression: 'rank <= 2' },
  { title: 'Reporters disagree', expression: 'reportersdiffer' },
] as const;

export const findHelpWords = {
  presets: 'Ready-made',
  rules: 'How to write',
  operands: 'Operands',
  lines: [
    'Compare with = > >= < <=, texts also with contains (*=), startswith (^=) and endswith ($=).',
    'An exclamation mark or not before an operator turns it round: name !contains v1.',
    'A word alone asks whether it is so: outofmesh, is idle, has virtualservice, !healthy.',
    'AND binds tighter than OR, as in most languages; Kiali does it the other way round. Parentheses settle it.',
    'Units may follow numbers: errors > 1%, rt > 1s, throughput > 10kB. NaN means no activity: http = NaN.',
    'Hiding a node hides its edges; hiding edges hides nodes that are left without any.',
  ],
} as const;
