import type { AccessLog } from '#lib/contract/logs.ts';
import type { Finder } from '../highlight-ranges.ts';
import { MarkedText } from '../marked-text.tsx';
import { words } from '../words.ts';
import { accessFields } from './access-fields.ts';

/** Every field that the line has, with its name in Istio's format and what it says. */
export function AccessFieldList({ access, find }: { access: AccessLog; find: Finder }) {
  const own = Object.values(accessFields).flatMap(({ operator, meaning, value }) => {
    const text = value(access);
    return text === undefined ? [] : [{ name: operator, meaning, text }];
  });
  const others = Object.entries(access.others).map(([name, text]) => ({
    name,
    meaning: words.ownField,
    text,
  }));
  return (
    <dl className="flex flex-col gap-2">
      {[...own, ...others].map(({ name, meaning, text }) => (
        <div key={name}>
          <dt className="mono text-[11px] leading-4 text-ink-muted wrap-anywhere">{name}</dt>
          <dd>
            <span className="mono wrap-anywhere">
              <MarkedText text={text} find={find} />
            </span>
            <span className="block text-xs text-ink-muted">{meaning}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
