import type { ComparisonRules } from './comparison-rules.ts';

/** The rules for two dumps as they came: of a dump that was cut off nobody knows what else it had. */
export function withoutMissing(rules: ComparisonRules, dumps: readonly Uint8Array[]): ComparisonRules {
  if (!dumps.some(isCut)) return rules;
  return {
    ...rules,
    leftOut: [
      'One of the dumps was cut off: resources that only one side has are not told.',
      ...rules.leftOut,
    ],
    isCompared: (candidate) =>
      candidate.left !== undefined && candidate.right !== undefined && rules.isCompared(candidate),
  };
}

/** A whole dump ends with its closing brace. */
function isCut(bytes: Uint8Array): boolean {
  const end = new TextDecoder().decode(bytes.subarray(Math.max(0, bytes.length - 64))).trimEnd();
  return !end.endsWith('}');
}
