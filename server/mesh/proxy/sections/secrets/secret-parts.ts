import { type JsonObject, objectAt, objectsAt, textAt } from '#server/mesh/proxy/json/json.ts';

/** What one secret holds; a SPIFFE bundle has a part for each trust domain. */
export type SecretPart = {
  /** `Cert Chain` and `CA` are what certificates decide; the others have none. */
  kind: 'certificates' | 'generic' | 'tickets' | 'empty';
  /** PEM, as far as it stands in the dump. */
  pem: string;
  /** A file that the certificates are in. */
  file?: string | undefined;
  trustDomain?: string | undefined;
  inside: string;
};

/** The parts of a secret of Envoy's SDS: a certificate with its chain, authorities to trust, something else, or nothing yet. */
export function secretParts(secret: JsonObject): SecretPart[] {
  const certificate = objectAt(secret, 'tls_certificate', 'certificate_chain');
  if (certificate !== undefined)
    return [{ kind: 'certificates', ...sourceOf(certificate), inside: '.tls_certificate' }];
  const context = objectAt(secret, 'validation_context');
  const domains = objectsAt(context, 'custom_validator_config', 'typed_config', 'trust_domains');
  if (domains.length > 0)
    return domains.map((domain, index) => ({
      kind: 'certificates',
      ...sourceOf(objectAt(domain, 'trust_bundle')),
      trustDomain: textAt(domain, 'name'),
      inside: `.validation_context.custom_validator_config.typed_config.trust_domains[${index}]`,
    }));
  if (context !== undefined)
    return [
      { kind: 'certificates', ...sourceOf(objectAt(context, 'trusted_ca')), inside: '.validation_context' },
    ];
  if (objectAt(secret, 'generic_secret') !== undefined)
    return [{ kind: 'generic', pem: '', inside: '.generic_secret' }];
  if (objectAt(secret, 'session_ticket_keys') !== undefined)
    return [{ kind: 'tickets', pem: '', inside: '.session_ticket_keys' }];
  return [{ kind: 'empty', pem: '', inside: '' }];
}

function sourceOf(source: unknown): { pem: string; file?: string | undefined } {
  const bytes = textAt(source, 'inline_bytes');
  const text =
    bytes === undefined ? textAt(source, 'inline_string') : Buffer.from(bytes, 'base64').toString();
  return { pem: text ?? '', file: textAt(source, 'filename') };
}
