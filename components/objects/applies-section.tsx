'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { AppliedPlace, ObjectDetail } from '#lib/contract/objects.ts';
import { formatQuantity } from '#lib/format-count.ts';
import { AsideSection } from './aside-section.tsx';
import { PlaceLink } from './place-link.tsx';
import { words } from './words.ts';

const shownPlaces = 6;

/** The workloads and services that the object says something about, each with why. */
export function AppliesSection({ detail: { appliesTo, force } }: { detail: ObjectDetail }) {
  const [isWhole, setIsWhole] = useState(false);
  const ofKind = (kind: AppliedPlace['kind']) => appliesTo.filter((place) => place.kind === kind);
  const [workloads, services] = [ofKind('workload'), ofKind('service')];
  const note = [
    ...(workloads.length === 0 ? [] : [formatQuantity(workloads.length, 'workload')]),
    ...(services.length === 0 ? [] : [formatQuantity(services.length, 'service')]),
  ].join(', ');
  const shown = isWhole ? appliesTo : appliesTo.slice(0, shownPlaces);
  return (
    <AsideSection title={words.appliesTo} note={note === '' ? undefined : note}>
      {force !== undefined && <p className="mb-1.5">{force.text}</p>}
      {appliesTo.length === 0 && <p className="text-ink-muted">{words.appliesToNothing}</p>}
      <ul className="flex flex-col gap-1">
        {shown.map((place) => (
          <li key={`${place.kind} ${place.namespace}/${place.name}`}>
            <PlaceLink place={place} />
            <span className="block text-xs text-ink-muted">{place.why}</span>
          </li>
        ))}
      </ul>
      {appliesTo.length > shownPlaces && (
        <Button look="quiet" className="mt-1 -ml-2" onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? words.fewer : words.more(appliesTo.length - shownPlaces)}
        </Button>
      )}
    </AsideSection>
  );
}
