import { NarrowSection } from '#components/ui/narrow-section.tsx';
import type { AppliedPlace, ObjectDetail } from '#lib/contract/objects.ts';
import { formatQuantity } from '#lib/format-count.ts';
import { PlaceLink } from './place-link.tsx';
import { ShortList } from './short-list.tsx';
import { words } from './words.ts';

/** The workloads and services that the object says something about, each with why. */
export function AppliesSection({ detail: { appliesTo, force } }: { detail: ObjectDetail }) {
  const ofKind = (kind: AppliedPlace['kind']) => appliesTo.filter((place) => place.kind === kind);
  const [workloads, services] = [ofKind('workload'), ofKind('service')];
  const note = [
    ...(workloads.length === 0 ? [] : [formatQuantity(workloads.length, 'workload')]),
    ...(services.length === 0 ? [] : [formatQuantity(services.length, 'service')]),
  ].join(', ');
  return (
    <NarrowSection title={words.appliesTo} note={note === '' ? undefined : note}>
      {force !== undefined && <p className="mb-1.5">{force.text}</p>}
      {appliesTo.length === 0 && <p className="text-ink-muted">{words.appliesToNothing}</p>}
      <ShortList
        rows={appliesTo}
        shown={6}
        rowId={({ kind, namespace, name }) => `${kind} ${namespace}/${name}`}
        className="gap-1"
      >
        {(place) => (
          <>
            <PlaceLink place={place} />
            <span className="block text-xs text-ink-muted">{place.why}</span>
          </>
        )}
      </ShortList>
    </NarrowSection>
  );
}
