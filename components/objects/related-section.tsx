'use client';

import { CircleSlash2 } from 'lucide-react';
import { classNames } from '#components/ui/class-names.ts';
import { NarrowSection } from '#components/ui/narrow-section.tsx';
import { ObjectLink } from '#components/ui/object-link.tsx';
import { objectIcon } from '#components/ui/object-looks.ts';
import { objectText } from '#components/ui/object-text.ts';
import type { ObjectDetail, RelatedObject } from '#lib/contract/objects.ts';
import { kindTitle } from '#lib/objects/config-kinds.ts';
import { PathButton } from './path-button.tsx';
import type { Pointing } from './pointing.ts';
import { ShortList } from './short-list.tsx';
import { words } from './words.ts';

type RelatedSectionProps = {
  detail: ObjectDetail;
  pointing: Pointing;
};

/** The objects that this one names and that name it, each with the fields that do. */
export function RelatedSection({ detail: { related }, pointing }: RelatedSectionProps) {
  return (
    <NarrowSection title={words.related} note={related.length === 0 ? undefined : String(related.length)}>
      {related.length === 0 && <p className="text-ink-muted">{words.relatedNothing}</p>}
      <ShortList
        rows={related}
        shown={30}
        rowId={({ direction, object }) => `${direction} ${objectText(object)}`}
        className="gap-2"
      >
        {(one) => (
          <>
            <RelatedName related={one} />
            <ShortList rows={one.reasons} shown={5} rowId={({ path }) => path}>
              {({ text, path }) =>
                one.direction === 'to' ? (
                  <PathButton path={path} text={text} pointing={pointing} isSmall />
                ) : (
                  <ObjectLink
                    object={one.object}
                    path={path}
                    className="block px-2 text-xs text-ink-muted hover:text-ink hover:underline"
                  >
                    {text}
                  </ObjectLink>
                )
              }
            </ShortList>
          </>
        )}
      </ShortList>
    </NarrowSection>
  );
}

function RelatedName({ related: { object, isMissing, direction } }: { related: RelatedObject }) {
  const Icon = isMissing ? CircleSlash2 : objectIcon(object.kind);
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <Icon
        size={14}
        strokeWidth={1.5}
        aria-hidden
        className={classNames('shrink-0', isMissing ? 'text-warn' : 'text-ink-muted')}
      />
      {isMissing ? (
        <span className="min-w-0 truncate">{object.name}</span>
      ) : (
        <ObjectLink object={object} className="min-w-0 truncate text-accent hover:underline">
          {object.name}
        </ObjectLink>
      )}
      <span className={classNames('truncate text-xs', isMissing ? 'text-warn' : 'text-ink-muted')}>
        {words.relatedKind({
          kind: kindTitle(object.kind),
          namespace: object.namespace,
          isMissing,
          isNaming: direction === 'from',
        })}
      </span>
    </span>
  );
}
