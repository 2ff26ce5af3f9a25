import { KeyValueList } from '#components/ui/key-value-list.tsx';
import type { MeshConfiguration, Setting } from '#lib/contract/mesh-configuration.ts';
import { meaningText } from './setting-columns.tsx';
import { words } from './words.ts';

type SettingDetailsProps = { setting: Setting; revisions: MeshConfiguration['revisions'] };

/** One setting in full: what it means, and where each revision has it from. */
export function SettingDetails({ setting, revisions }: SettingDetailsProps) {
  return (
    <div className="flex flex-col gap-2 px-4 py-3">
      <p>{meaningText(setting)}</p>
      <KeyValueList
        rows={[
          ...setting.values.map(({ revision, value, source, line }) => ({
            key: words.inRevision(revision),
            value: (
              <span className="flex flex-wrap gap-x-2">
                <span className="mono">{value ?? words.unset}</span>
                <span className="text-ink-muted">
                  {words.sources[source]}
                  {line !== undefined &&
                    ` ${revisions.find((each) => each.revision === revision)?.configMap ?? ''}, ${words.line(line)}`}
                </span>
              </span>
            ),
          })),
          { key: words.default, value: <span className="mono">{setting.default ?? words.unset}</span> },
        ]}
      />
    </div>
  );
}
