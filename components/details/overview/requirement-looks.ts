import {
  CircleCheck,
  CircleMinus,
  CircleQuestionMark,
  type LucideIcon,
  OctagonX,
  TriangleAlert,
} from 'lucide-react';
import type { Requirement } from '#lib/contract/details.ts';

type Look = { icon: LucideIcon; textClass: string };

export const requirementLooks: Record<Requirement['state'], Look> = {
  failed: { icon: OctagonX, textClass: 'text-fail' },
  warning: { icon: TriangleAlert, textClass: 'text-warn' },
  unknown: { icon: CircleQuestionMark, textClass: 'text-restricted' },
  ok: { icon: CircleCheck, textClass: 'text-ok' },
  notApplicable: { icon: CircleMinus, textClass: 'text-idle' },
};
