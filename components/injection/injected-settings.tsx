import { Chip } from '#components/ui/chip.tsx';
import type { InjectedSetting } from '#lib/contract/injection.ts';
import { words } from './words.ts';

/** Settings as they stand in the pod, each with what it means; those that differ from Istio's usual ones are marked. */
export function InjectedSettings({
  title,
  settings,
}: {
  title: string;
  settings: readonly InjectedSetting[];
}) {
  if (settings.length === 0) return null;
  return (
    <section aria-label={title}>
      <h4 className="mb-1 text-xs font-medium text-ink-muted">{title}</h4>
      <dl className="flex flex-col gap-1.5">
        {settings.map(({ title: name, value, text, isChanged, evidence }) => (
          <div
            key={name}
            className="grid grid-cols-[minmax(120px,168px)_minmax(0,1fr)] gap-x-3"
            title={evidence}
          >
            <dt className="wrap-anywhere">{name}</dt>
            <dd className="min-w-0">
              <span className="mono wrap-anywhere">{value}</span>
              {isChanged && (
                <Chip tone="info" className="ml-2">
                  {words.changed}
                </Chip>
              )}
              {text !== undefined && <span className="block text-ink-muted">{text}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
