import type { Membership } from '#lib/contract/inventory.ts';
import { membershipWords } from '#lib/membership-words.ts';
import { WhyPopover } from './why-popover.tsx';

/** How a thing is in the mesh, in a word, and what decided it. */
export function MembershipBadge({ name, inMesh }: { name: string; inMesh: Membership }) {
  const isOutside = inMesh.mode === 'none' || inMesh.mode === 'unknown';
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <span className={isOutside ? 'truncate text-restricted' : 'truncate'}>
        {membershipWords[inMesh.mode]}
      </span>
      <span className="shrink-0">
        <WhyPopover title={whyTitle(name, inMesh)} explanation={inMesh.why} />
      </span>
    </span>
  );
}

function whyTitle(name: string, { mode }: Membership): string {
  return mode === 'none'
    ? `Why ${name} is not in the mesh`
    : `Why ${name}: ${membershipWords[mode].toLowerCase()}`;
}
