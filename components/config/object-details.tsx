import { CopyButton } from '#components/ui/copy-button.tsx';
import type { AppliedObject } from '#lib/contract/applied-config.ts';
import { words } from './words.ts';

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
        <p className="mt-3 flex items-center gap-2 text-ink-muted">
          <code className="mono min-w-0 break-all text-xs">{item.command}</code>
          <CopyButton text={item.command} label="command" />
        </p>
      </div>
      <section aria-label={words.manifest} className="relative min-w-0">
        <div className="absolute top-1 right-1">
          <CopyButton text={item.yaml} label={words.manifest} />
        </div>
        <pre className="mono overflow-x-auto rounded-lg border bg-surface p-3 text-xs">{item.yaml}</pre>
      </section>
    </div>
  );
}
