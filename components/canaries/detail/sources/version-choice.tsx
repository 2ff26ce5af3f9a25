import { classNames } from '#components/ui/class-names.ts';
import type { CanaryVersion } from '#lib/contract/canaries.ts';
import { formatConfiguredFigure } from '#lib/format-share.ts';

import { versionColours } from '../version-colours.ts';
import { words } from '../words.ts';

type VersionChoiceProps = {
  versions: readonly CanaryVersion[];
  chosen: number;
  onChoose: (name: string) => void;
};

/** The legend of the bars, whose entries choose the version that figures and charts are of. */
export function VersionChoice({ versions, chosen, onChoose }: VersionChoiceProps) {
  const colours = versionColours(versions.length, chosen);
  return (
    <fieldset aria-label={words.versionChoice} className="flex flex-wrap items-center gap-x-1 text-xs">
      {versions.map(({ name }, index) => (
        <button
          key={name}
          type="button"
          aria-pressed={index === chosen}
          title={words.chooseVersion(name)}
          onClick={() => onChoose(name)}
          className={classNames(
            'inline-flex h-6 items-center gap-1.5 rounded-sm px-1.5',
            index === chosen ? 'bg-pressed font-medium' : 'text-ink-muted hover:bg-hover hover:text-ink',
          )}
        >
          <span aria-hidden className="h-2 w-2.5 rounded-[2px]" style={{ background: colours[index] }} />
          {name}
        </button>
      ))}
      <span className="inline-flex items-center gap-1.5 px-1.5 text-ink-muted">
        <span aria-hidden className="h-2 w-2.5 rounded-[2px] bg-mark-fail" />
        {words.notAsConfigured}
      </span>
      <span className="inline-flex items-center gap-1.5 pl-1.5 text-ink-muted">
        <span aria-hidden className="h-3 border-l border-dashed border-ink" />
        {words.configuredTick(formatConfiguredFigure(versions[chosen]?.share ?? 0))}
      </span>
    </fieldset>
  );
}
