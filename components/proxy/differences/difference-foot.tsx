'use client';

import Link from 'next/link';
import type { Change } from '#lib/contract/drift.ts';
import type { ProxyTarget } from '#lib/proxy-target.ts';
import { useTabAddress } from '../use-tab-address.ts';
import { words } from '../words.ts';
import type { RowDifference } from './row-difference.ts';

const shownChanges = 3;

/** Below an item's JSON: what istiod has instead. */
export function DifferenceFoot({ difference, target }: { difference: RowDifference; target: ProxyTarget }) {
  const address = useTabAddress(target);
  const { kind, changes } = difference;
  return (
    <div className="flex items-start gap-3">
      <div className="min-w-0 flex-1">
        <p className="font-medium text-ink">
          {kind === 'changed' ? words.fieldsDiffer(changes.length) : words.onlyHere[kind]}
        </p>
        {changes.slice(0, shownChanges).map((change) => (
          <p
            key={change.path}
            className="mono truncate text-[11.5px]"
            title={`${change.path}: ${sidesOf(change)}`}
          >
            <span>{lastSteps(change.path)}</span> <span className="text-ink">{sidesOf(change)}</span>
          </p>
        ))}
      </div>
      <Link href={address('drift')} className="shrink-0 text-accent hover:underline">
        {words.allDifferences}
      </Link>
    </div>
  );
}

function sidesOf({ left, right }: Change): string {
  return words.sides(textOf(left), textOf(right));
}

function textOf(value: Change['left']): string {
  return value === undefined ? words.nothing : JSON.stringify(value);
}

/** The end of a path, by which a field is known: `clusters[0].weight`. */
function lastSteps(path: string): string {
  return path.split('.').slice(-2).join('.');
}
