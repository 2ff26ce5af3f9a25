import { CircleCheck, CircleMinus, CircleSlash2, type LucideIcon, OctagonX } from 'lucide-react';
import type { Force } from '#lib/contract/objects.ts';

/** How it is said and painted whether proxies act on an object. */
export const forceLooks: Record<Force['state'], { word: string; icon: LucideIcon; textClass: string }> = {
  inForce: { word: 'In force', icon: CircleCheck, textClass: 'text-ok' },
  overridden: { word: 'Overridden', icon: CircleSlash2, textClass: 'text-warn' },
  idle: { word: 'Not in force', icon: CircleMinus, textClass: 'text-warn' },
  refused: { word: 'Refused', icon: OctagonX, textClass: 'text-fail' },
};
