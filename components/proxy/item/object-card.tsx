'use client';

import { FileQuestionMark } from 'lucide-react';
import { useState } from 'react';
import { ManifestPanel } from '#components/objects/manifest-panel.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { ConfidenceMark } from '#components/ui/confidence-mark.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { linkKind } from '#components/ui/link-kind.ts';
import { ProxyLinks } from '#components/ui/proxy-links.tsx';
import { WhyPopover } from '#components/ui/why-popover.tsx';
import type { ProxyLink } from '#lib/contract/proxy-links.ts';
import { configKind } from '#lib/objects/config-kinds.ts';
import { linksInOrder } from '../shared/links-in-order.ts';
import { words } from '../words.ts';
import { Card } from './card.tsx';
import { explainLink } from './explain-link.ts';

type ObjectCardProps = { links: readonly ProxyLink[]; proofPath: string };

/** The objects that an item comes from; of the chosen one, the part that it shows. */
export function ObjectCard({ links, proofPath }: ObjectCardProps) {
  const [chosen, setChosen] = useState(0);
  const sorted = linksInOrder(links);
  const link = sorted[chosen] ?? sorted[0];
  if (link === undefined)
    return (
      <Card label={words.fromObject} head={<h3 className="font-semibold">{words.fromObject}</h3>}>
        <EmptyState isSmall icon={FileQuestionMark} title={words.noObject} text={words.noObjectText} />
      </Card>
    );
  return (
    <Card
      label={words.fromObject}
      head={
        <>
          <div className="flex min-w-0 flex-1 items-center gap-1 overflow-x-auto">
            {sorted.length === 1 ? (
              <ProxyLinks links={sorted} />
            ) : (
              sorted.map((other, index) => (
                <button
                  key={`${other.kind}/${other.namespace}/${other.name}/${other.part ?? ''}`}
                  type="button"
                  aria-pressed={other === link}
                  onClick={() => setChosen(index)}
                  className={classNames(
                    'inline-flex h-6 shrink-0 items-center gap-1.5 rounded-md px-1.5',
                    other === link ? 'bg-pressed text-ink' : 'text-ink-muted hover:bg-hover hover:text-ink',
                  )}
                >
                  <ConfidenceMark confidence={other.confidence} />
                  <span className="font-medium">{other.name}</span>
                  <span className="text-2xs">{linkKind(other.kind)}</span>
                </button>
              ))
            )}
          </div>
          <WhyPopover title={words.whyLink} explanation={explainLink(link, { proofPath })} />
        </>
      }
    >
      <ObjectPart link={link} />
    </Card>
  );
}

/** The part of the object that the item shows; of objects that have no page, what the link says. */
function ObjectPart({ link }: { link: ProxyLink }) {
  if (link.isMissing === true || configKind(link.kind) === undefined)
    return (
      <div className="px-3 py-2">
        <ProxyLinks links={[link]} isCompact={false} />
      </div>
    );
  return <ManifestPanel object={link} path={link.part} hasFrame={false} />;
}
