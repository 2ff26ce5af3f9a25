import type { TraceSpan } from '#lib/contract/traces.ts';
import { formatMs } from '#lib/format-ms.ts';

type Oddity = TraceSpan['oddities'][number];

/** What can be odd about a span, in words. */
export const oddities = {
  missingParent: (): Oddity => ({
    code: 'missingParent',
    text: 'Its parent is not among the spans of the store: not sent yet, lost, or sampled away. It is drawn as a beginning.',
  }),
  cycle: (): Oddity => ({
    code: 'cycle',
    text: 'Its parents lead back to itself. The circle is opened here, and it is drawn as a beginning.',
  }),
  sharedId: (): Oddity => ({
    code: 'duplicateId',
    text: "It has the same id as its caller's span, as Zipkin's shared spans do. It is drawn below it.",
  }),
  duplicateId: (count: number): Oddity => ({
    code: 'duplicateId',
    text: `${count} different spans of the trace have this id, so which of them is a parent is a guess.`,
  }),
  clockSkew: (skewMs: number): Oddity => ({
    code: 'clockSkew',
    text: `By its own clock it lies outside its caller's span. It is drawn ${formatMs(Math.abs(skewMs))} ${skewMs > 0 ? 'later' : 'earlier'} than that clock says.`,
  }),
};
