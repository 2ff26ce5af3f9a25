import type { Certificate, SecretRow } from '#lib/contract/proxy-sections.ts';
import type { DumpItem, ItemState } from '#server/mesh/proxy/dump/dump.ts';
import { itemFields } from '#server/mesh/proxy/sections/item-fields.ts';
import {
  type SectionEntry,
  type SectionParameters,
  sectionJob,
} from '#server/mesh/proxy/sections/section-job.ts';
import { readCertificates } from './read-certificates.ts';
import { type SecretPart, secretParts } from './secret-parts.ts';

/** istioctl shows what is still awaited first. */
const stateOrder: readonly ItemState[] = ['warming', 'active', 'static', 'rejected'];

/** One row a secret, of a SPIFFE bundle one a trust domain, with the certificates in it. */
export const secretsJob = sectionJob<SecretRow>({
  name: 'section-secrets',
  reads: ['secrets'],
  entriesOf: ({ items }, parameters) => {
    const read = items.secrets
      .toSorted((one, other) => stateOrder.indexOf(one.state) - stateOrder.indexOf(other.state))
      .flatMap((item) => secretParts(item.value).map((part) => entryOf(item, part, parameters)));
    return {
      entries: read.map(({ entry }) => entry),
      problems: read.flatMap(({ problem }) => problem ?? []),
    };
  },
});

type Read = { entry: SectionEntry<SecretRow>; problem: string | undefined };

function entryOf(item: DumpItem, part: SecretPart, { nowMs, shiftMs }: SectionParameters): Read {
  const { chain, unreadable } = readCertificates(part.pem, { nowMs, shiftMs });
  const [first] = chain;
  const trustDomain = part.trustDomain ?? (first === undefined ? undefined : trustDomainOf(first));
  const row = {
    id: part.trustDomain === undefined ? item.name : `${item.name}/${part.trustDomain}`,
    ...itemFields(item, shiftMs),
    proofPath: `${item.path}${part.inside}`,
    resourceName: item.name,
    type: typeOf(part, first),
    status: item.state.toUpperCase(),
    validCert: String(first !== undefined && isValid(first, nowMs)),
    serialNumber: first?.serialNumber ?? '',
    notAfter: first === undefined ? '' : withoutMilliseconds(first.notAfter),
    notBefore: first === undefined ? '' : withoutMilliseconds(first.notBefore),
    trustDomain,
    file: part.file,
    chain,
  };
  return {
    entry: { row, origin: { secrets: [item.name] } },
    problem:
      unreadable === 0
        ? undefined
        : `Secret ${item.name} has ${unreadable === 1 ? 'a certificate' : `${unreadable} certificates`} that cannot be read.`,
  };
}

const typeWords = { certificates: '', generic: 'Generic Secret', tickets: 'Session Tickets', empty: '' };

function typeOf(part: SecretPart, first: Certificate | undefined): string {
  if (first === undefined) return typeWords[part.kind];
  return first.isCa ? 'CA' : 'Cert Chain';
}

function isValid({ notBefore, notAfter }: Certificate, nowMs: number): boolean {
  return Date.parse(notBefore) <= nowMs && nowMs <= Date.parse(notAfter);
}

/** A workload's certificate names its trust domain: `spiffe://<trust domain>/ns/…`. */
function trustDomainOf({ subjectAltNames }: Certificate): string | undefined {
  const identity = subjectAltNames.find((name) => name.startsWith('spiffe://'));
  return identity?.slice('spiffe://'.length).split('/')[0];
}

function withoutMilliseconds(time: string): string {
  return time.replace(/\.\d+Z$/, 'Z');
}
