import { ManifestPanel } from '#components/objects/manifest-panel.tsx';
import type { AppliedObject } from '#lib/contract/applied-config.ts';

/** Why an object applies, what it says, and its manifest. */
export function ObjectDetails({ item }: { item: AppliedObject }) {
  return (
    <div className="grid grid-cols-1 gap-4 px-4 py-3 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      <div className="min-w-0">
        <p>{item.why}</p>
        <ul className="mt-2 flex list-disc flex-col gap-0.5 pl-4">
          {item.says.map((text) => (
            <li key={text} className="break-words">
              {text}
            </li>
          ))}
        </ul>
      </div>
      <ManifestPanel object={item.object} height={320} />
    </div>
  );
}
