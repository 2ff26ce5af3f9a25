import { Fragment } from 'react';
import type { Evidence } from '#lib/contract/evidence.ts';
import { AddressLink } from './address-link.tsx';

const titles: Record<Evidence['kind'], string> = {
  series: 'Series',
  object: 'Object',
  envoy: 'Envoy',
  log: 'Log',
};

/** Pieces of proof, each with where it stands. */
export function EvidenceList({ evidence }: { evidence: readonly Evidence[] }) {
  if (evidence.length === 0) return null;
  return (
    <dl className="grid grid-cols-[56px_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-xs leading-[18px]">
      {evidence.map((item) => (
        <Fragment key={`${item.kind} ${item.text}`}>
          <dt className="text-ink-muted">{titles[item.kind]}</dt>
          <dd className="mono min-w-0 text-[11.5px] wrap-anywhere">
            {item.link === undefined ? item.text : <AddressLink link={item.link}>{item.text}</AddressLink>}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
