import type { DifferenceLine } from '#lib/contract/drift.ts';

/** `side` is whose form the line is of. */
type LineLook = { sign: string; className: string; side?: 'own' | 'other' };

/** How each line is told: a sign and words for those who do not see the colour. */
export const lineLooks: Record<DifferenceLine['mark'], LineLook> = {
  same: { sign: ' ', className: 'text-ink' },
  fold: { sign: ' ', className: 'text-ink-muted' },
  right: { sign: '−', className: 'bg-mark-fail/15 text-ink', side: 'own' },
  left: { sign: '+', className: 'bg-mark-ok/15 text-ink', side: 'other' },
};
