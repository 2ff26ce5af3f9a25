'use client';

import { Split } from 'lucide-react';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { words } from './words.ts';

const virtualService = `http:
- route:
  - destination: {host: web, subset: v1}
    weight: 90
  - destination: {host: web, subset: v2}
    weight: 10`;

const route = `rules:
- backendRefs:
  - {name: web-v1, port: 80, weight: 90}
  - {name: web-v2, port: 80, weight: 10}`;

/** What a canary is and how one is made, where there is none. */
export function NoCanaries() {
  return (
    <EmptyState
      icon={Split}
      title={words.none}
      text={words.noneText}
      action={
        <div className="flex flex-col gap-3">
          <div className="grid max-w-3xl grid-cols-1 gap-3 text-left lg:grid-cols-2">
            <HowTo text={words.noneVirtualService} yaml={virtualService} />
            <HowTo text={words.noneRoute} yaml={route} />
          </div>
          <p className="text-ink-muted">{words.noneElse}</p>
        </div>
      }
    />
  );
}

function HowTo({ text, yaml }: { text: string; yaml: string }) {
  return (
    <figure className="min-w-0 rounded-lg border bg-surface p-3">
      <figcaption className="mb-2">{text}</figcaption>
      <pre className="mono overflow-x-auto text-xs leading-[18px] text-ink-muted">{yaml}</pre>
    </figure>
  );
}
