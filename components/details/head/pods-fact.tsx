import { words } from '../words.ts';

export function PodsFact({ pods: { ready, total } }: { pods: { ready: number; total: number } }) {
  return <span className={ready < total ? 'text-warn' : undefined}>{words.facts.ready(ready, total)}</span>;
}
