import { CircleCheck, CircleDashed, type LucideIcon, OctagonX, TriangleAlert } from 'lucide-react';
import type { SourceId, SourceStatus } from '#lib/contract/status.ts';

/** How each source is called, everywhere. */
export const sourceWords: Record<SourceId, string> = {
  prometheus: 'Prometheus',
  kubernetes: 'Kubernetes',
  istiod: 'istiod',
  proxies: 'Proxies',
  traces: 'Traces',
  grafana: 'Grafana',
};

type SourceLook = { word: string; icon: LucideIcon; textClass: string };

/** How the state of a source is said and painted. */
export const sourceLooks: Record<SourceStatus['state'], SourceLook> = {
  ok: { word: 'answers', icon: CircleCheck, textClass: 'text-ok' },
  degraded: { word: 'degraded', icon: TriangleAlert, textClass: 'text-warn' },
  absent: { word: 'not in use', icon: CircleDashed, textClass: 'text-ink-muted' },
  down: { word: 'does not answer', icon: OctagonX, textClass: 'text-fail' },
};
