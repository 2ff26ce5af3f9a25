import type { JudgedSplit } from '../verdict/judge-split.ts';
import type { JudgedSource } from '../verdict/judged-source.ts';

const isOff = ({ status }: Pick<JudgedSource, 'status'>) => status === 'mismatch' || status === 'minor';

/** The sources that want explaining: those that are off, or all where only all of them together are. */
export function offSources({ sources, all }: JudgedSplit): readonly JudgedSource[] {
  const off = sources.filter(isOff);
  if (off.length > 0) return off;
  const isDecided = sources.some(({ status }) => status === 'consistent');
  return isOff(all) && !isDecided ? sources.filter(({ requestCount }) => requestCount > 0) : [];
}
