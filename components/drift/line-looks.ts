import type { DifferenceLine } from '#lib/contract/drift.ts';

type LineLook = { sign: string; className: string; word: string };

/** How each line is told: a sign and words for those who do not see the colour. */
export const lineLooks: Record<DifferenceLine['mark'], LineLook> = {
  same: { sign: ' ', className: 'text-ink', word: '' },
  fold: { sign: ' ', className: 'text-ink-muted', word: '' },
  right: { sign: '−', className: 'bg-mark-fail/15 text-ink', word: 'this proxy: ' },
  left: { sign: '+', className: 'bg-mark-ok/15 text-ink', word: 'other side: ' },
};
