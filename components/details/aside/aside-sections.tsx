'use client';

import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { Skeleton } from '#components/ui/skeleton.tsx';
import type { Target } from '#lib/target.ts';
import { graphOf } from '../graph-of.ts';
import type { Subject } from '../subject.ts';
import { words } from '../words.ts';
import { AppliesSection } from './applies-section.tsx';
import { AsideSection } from './aside-section.tsx';

const MinigraphPanel = dynamic(
  () => import('#components/graph/minigraph-panel.tsx').then((module) => module.MinigraphPanel),
  { loading: () => <Skeleton lines={4} /> },
);

/** Who is next to the target, and what configures it. */
export function AsideSections({ target, subject }: { target: Target; subject: Subject }) {
  const address = useScopedAddress();
  return (
    <>
      <AsideSection
        title={words.neighbours}
        action={
          <Link
            href={address('/graph', graphOf(target.kind, subject.detail.nodeId))}
            className="text-accent hover:underline"
          >
            {words.openInGraph}
          </Link>
        }
      >
        <MinigraphPanel target={target} />
      </AsideSection>
      <AppliesSection target={target} objects={subject.detail.objects} />
    </>
  );
}
