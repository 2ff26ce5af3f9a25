'use client';

import { type SecretRow, secretsSectionSchema } from '#lib/contract/proxy-sections.ts';
import type { ProxyTabProps } from '#lib/proxy-target.ts';
import type { SectionDefinition } from '../section/section-definition.ts';
import { SectionView } from '../section/section-view.tsx';
import { stateFacet } from '../shared/state-facet.ts';
import { words } from '../words.ts';
import { CertificateChain } from './certificate-chain.tsx';
import { secretColumns } from './secret-columns.tsx';

const secrets: SectionDefinition<SecretRow> = {
  id: 'secrets',
  schema: secretsSectionSchema,
  noun: ['secret', 'secrets'],
  columns: secretColumns,
  sort: { column: 'resourceName', isDescending: false },
  facets: [{ id: 'type', title: words.facets.type, read: ({ type }) => [type] }, stateFacet()],
  placeholder: words.placeholders.secrets,
  empty: words.empty.secrets,
  Details: ({ row, target }) => <CertificateChain row={row} target={target} />,
  detailsHeight: 560,
};

/** The certificates with which the proxy shows itself and by which it knows others; private keys stay where they are. */
export function SecretsTab({ target }: ProxyTabProps) {
  return <SectionView target={target} definition={secrets} />;
}
