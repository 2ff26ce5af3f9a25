import { CircleCheck, CircleMinus, type LucideIcon, OctagonX, TriangleAlert } from 'lucide-react';
import type { Sync } from '#lib/contract/proxies.ts';

type SyncLook = { icon: LucideIcon; className: string };

export const syncLooks: Record<Sync['state'], SyncLook> = {
  SYNCED: { icon: CircleCheck, className: 'text-ok' },
  STALE: { icon: TriangleAlert, className: 'text-warn' },
  ERROR: { icon: OctagonX, className: 'text-fail' },
  'NOT SENT': { icon: CircleMinus, className: 'text-idle' },
  IGNORED: { icon: CircleMinus, className: 'text-idle' },
};
