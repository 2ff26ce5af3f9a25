'use client';

import { CornerDownRight } from 'lucide-react';
import { Chip } from '#components/ui/chip.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';
import type { Certificate, SecretRow } from '#lib/contract/proxy-sections.ts';
import type { ProxyTarget } from '#lib/proxy-target.ts';
import { certificateWords } from '../detail-words.ts';
import { LifeBar } from './life-bar.tsx';
import { useIsOld } from './use-is-old.ts';

type CertificateChainProps = { row: SecretRow; target: ProxyTarget };

/** The certificates of a secret from the leaf to the root. */
export function CertificateChain({ row: { resourceName, chain }, target }: CertificateChainProps) {
  const isOld = useIsOld(target, resourceName);
  if (chain.length === 0) return <p className="text-ink-muted">{certificateWords.none}</p>;
  return (
    <ol className="flex flex-col gap-2">
      {chain.map((certificate, depth) => (
        <li key={certificate.fingerprint} className="flex gap-2">
          {depth > 0 && <CornerDownRight size={14} aria-hidden className="mt-2 shrink-0 text-ink-muted" />}
          <CertificateCard certificate={certificate} isLeaf={depth === 0} isOld={depth === 0 && isOld} />
        </li>
      ))}
    </ol>
  );
}

type CertificateCardProps = { certificate: Certificate; isLeaf: boolean; isOld: boolean };

function CertificateCard({ certificate, isLeaf, isOld }: CertificateCardProps) {
  const { subject, issuer, subjectAltNames, serialNumber, isCa, keyAlgorithm, fingerprint } = certificate;
  const rows = [
    { term: certificateWords.issuer, value: issuer },
    { term: certificateWords.names, value: subjectAltNames.join(', ') },
    { term: certificateWords.serialNumber, value: serialNumber },
    { term: certificateWords.key, value: keyAlgorithm },
  ].filter(({ value }) => value !== undefined && value !== '');
  return (
    <article className="min-w-0 flex-1 rounded-md border bg-surface px-3 py-2">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="mono min-w-0 truncate font-medium" title={subject}>
          {subject === undefined || subject === ''
            ? (subjectAltNames[0] ?? certificateWords.unnamed)
            : subject}
        </h3>
        <Chip>
          {isCa ? certificateWords.ca : isLeaf ? certificateWords.leaf : certificateWords.intermediate}
        </Chip>
        <span className="flex-1" />
        <LifeBar certificate={certificate} isOld={isOld} />
      </header>
      <dl className="mt-1 grid grid-cols-[104px_minmax(0,1fr)] gap-x-3 text-xs leading-5">
        {rows.map(({ term, value }) => (
          <div key={term} className="contents">
            <dt className="text-ink-muted">{term}</dt>
            <dd className="mono min-w-0 wrap-anywhere">{value}</dd>
          </div>
        ))}
        <dt className="text-ink-muted">{certificateWords.fingerprint}</dt>
        <dd className="flex h-5 min-w-0 items-center gap-1">
          <span className="mono min-w-0 truncate" title={fingerprint}>
            {fingerprint}
          </span>
          <CopyButton text={fingerprint} label={certificateWords.fingerprint} />
        </dd>
      </dl>
    </article>
  );
}
