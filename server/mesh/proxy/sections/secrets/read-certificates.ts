import { X509Certificate } from 'node:crypto';
import type { Certificate } from '#lib/contract/proxy-sections.ts';

type Times = { nowMs: number; shiftMs: number };

const block = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g;

/**
 * The certificates of a PEM text in their order, with all times moved by `shiftMs`; what cannot be read is counted.
 * Epoch milliseconds.
 */
export function readCertificates(pem: string, times: Times): { chain: Certificate[]; unreadable: number } {
  const blocks = pem.match(block) ?? [];
  const chain = blocks.flatMap((text) => certificateOf(text, times) ?? []);
  const isTextWithout = blocks.length === 0 && pem.trim() !== '';
  return { chain, unreadable: isTextWithout ? 1 : blocks.length - chain.length };
}

function certificateOf(pem: string, { nowMs, shiftMs }: Times): Certificate | undefined {
  try {
    const certificate = new X509Certificate(pem);
    const fromMs = certificate.validFromDate.getTime() + shiftMs;
    const untilMs = certificate.validToDate.getTime() + shiftMs;
    return {
      subject: nameWords(certificate.subject),
      issuer: nameWords(certificate.issuer),
      subjectAltNames: alternativeNames(certificate.subjectAltName),
      serialNumber: certificate.serialNumber.toLowerCase().replace(/^0+/, '').padStart(32, '0'),
      notBefore: new Date(fromMs).toISOString(),
      notAfter: new Date(untilMs).toISOString(),
      isCa: certificate.ca,
      lifeShare: untilMs > fromMs ? (nowMs - fromMs) / (untilMs - fromMs) : 1,
      keyAlgorithm: keyWords(certificate),
      fingerprint: certificate.fingerprint256,
    };
  } catch {
    // Whatever OpenSSL does not take is counted by the caller.
    return undefined;
  }
}

/** `O=cluster.local, CN=…`; Node puts each part on a line. Istio's workload certificates have no subject. */
function nameWords(name: string | undefined): string | undefined {
  return name ? name.replaceAll('\n', ', ') : undefined;
}

/** `URI:spiffe://…, DNS:a.example`, names with odd characters in quotes. */
function alternativeNames(text: string | undefined): string[] {
  const names = (text ?? '').matchAll(/(?:^|, )[A-Za-z ]+:(?:"((?:[^"\\]|\\.)*)"|([^,]*))/g);
  return [...names].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

function keyWords({ publicKey }: X509Certificate): string {
  const { modulusLength, namedCurve } = publicKey.asymmetricKeyDetails ?? {};
  const type = (publicKey.asymmetricKeyType ?? 'unknown').toUpperCase();
  const size = modulusLength ?? namedCurve;
  return size === undefined ? type : `${type} ${size}`;
}
