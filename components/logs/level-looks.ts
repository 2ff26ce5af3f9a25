import { type LucideIcon, OctagonX, TriangleAlert } from 'lucide-react';
import type { LogLevel } from '#lib/contract/logs.ts';

type LevelLook = { word: string; icon?: LucideIcon; textClass: string };

/** How each level is said and painted. */
export const levelLooks: Record<LogLevel, LevelLook> = {
  error: { word: 'Error', icon: OctagonX, textClass: 'text-fail' },
  warning: { word: 'Warning', icon: TriangleAlert, textClass: 'text-warn' },
  info: { word: 'Info', textClass: 'text-ink-muted' },
  debug: { word: 'Debug', textClass: 'text-ink-muted' },
  unknown: { word: 'No level', textClass: 'text-ink-muted' },
};
