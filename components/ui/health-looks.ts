import {
  CircleCheck,
  CircleMinus,
  CircleQuestionMark,
  type LucideIcon,
  OctagonX,
  TriangleAlert,
} from 'lucide-react';
import type { HealthStatus } from '#lib/contract/health.ts';

export type StatusId = HealthStatus | 'notInMesh';

type StatusLook = {
  word: string;
  icon: LucideIcon;
  /** Text and icon. */
  textClass: string;
  /** Fills of bars and dots. */
  markClass: string;
  /** The same as a CSS value, for SVG and canvas. */
  markColor: string;
};

/** How each state is said and painted, everywhere: an icon, a word and a colour. */
export const healthLooks: Record<StatusId, StatusLook> = {
  failing: {
    word: 'Failing',
    icon: OctagonX,
    textClass: 'text-fail',
    markClass: 'bg-mark-fail',
    markColor: 'var(--mark-fail)',
  },
  degraded: {
    word: 'Degraded',
    icon: TriangleAlert,
    textClass: 'text-warn',
    markClass: 'bg-mark-warn',
    markColor: 'var(--mark-warn)',
  },
  healthy: {
    word: 'Healthy',
    icon: CircleCheck,
    textClass: 'text-ok',
    markClass: 'bg-mark-ok',
    markColor: 'var(--mark-ok)',
  },
  unknown: {
    word: 'Unknown',
    icon: CircleQuestionMark,
    textClass: 'text-restricted',
    markClass: 'bg-restricted',
    markColor: 'var(--restricted)',
  },
  notInMesh: {
    word: 'Not in mesh',
    icon: CircleQuestionMark,
    textClass: 'text-restricted',
    markClass: 'bg-mark-idle',
    markColor: 'var(--mark-idle)',
  },
  idle: {
    word: 'Idle',
    icon: CircleMinus,
    textClass: 'text-idle',
    markClass: 'bg-mark-idle',
    markColor: 'var(--mark-idle)',
  },
};
