import type { ZtunnelCertificate } from '#lib/contract/ztunnel.ts';
import { movedTime } from '#server/mesh/proxies/moved-time.ts';
import { type JsonObject, objectsAt, textAt } from '#server/mesh/proxy/json/json.ts';
import type { ZtunnelDump } from './ztunnel-dump.ts';
import type { ZtunnelRows } from './ztunnel-job.ts';

/** `shiftMs` is added to every time of the dump. */
type Parameters = { nowMs: number; shiftMs: number };

/** The certificates that ztunnel holds for the workloads of its node: `istioctl ztunnel-config certificates`. */
export function certificateRows(
  { certificates }: ZtunnelDump,
  times: Parameters,
): ZtunnelRows<ZtunnelCertificate> {
  const rows = certificates.flatMap((entry): ZtunnelCertificate[] => {
    const name = textAt(entry, 'identity') ?? '';
    const { status, reason } = stateOf(entry);
    const chain = [...objectsAt(entry, 'certChain'), ...objectsAt(entry, 'rootCerts')];
    if (chain.length === 0)
      return [{ ...pending(name, status), ...(reason === undefined ? {} : { reason }) }];
    return chain.map((certificate, index) => ({
      certificateName: name,
      type: index === 0 ? 'Leaf' : index === chain.length - 1 ? 'Root' : 'Intermediate',
      status,
      ...lifeOf(certificate, times),
      serialNumber: hexOf(textAt(certificate, 'serialNumber') ?? ''),
    }));
  });
  return { rows, problems: [] };
}

/** `Initializing`, `Available`, `Unavailable: <reason>`. */
function stateOf(entry: JsonObject): { status: string; reason?: string | undefined } {
  const [, status = '', reason] = /^([^:]*)(?::\s*(.*))?$/s.exec(textAt(entry, 'state') ?? '') ?? [];
  return { status, reason };
}

function pending(certificateName: string, status: string): ZtunnelCertificate {
  return {
    certificateName,
    type: 'NA',
    status,
    validCert: 'false',
    serialNumber: 'NA',
    notAfter: 'NA',
    notBefore: 'NA',
  };
}

function lifeOf(certificate: JsonObject, { nowMs, shiftMs }: Parameters) {
  const notBefore = moved(textAt(certificate, 'validFrom') ?? '', shiftMs);
  const notAfter = moved(textAt(certificate, 'expirationTime') ?? '', shiftMs);
  const [fromMs, toMs] = [Date.parse(notBefore), Date.parse(notAfter)];
  const lifeShare = (nowMs - fromMs) / (toMs - fromMs);
  return {
    validCert: String(nowMs >= fromMs && nowMs <= toMs),
    notAfter,
    notBefore,
    ...(toMs > fromMs ? { lifeShare } : {}),
  };
}

/** The dump has it in decimals, istioctl and Envoy in hexadecimals. */
function hexOf(serialNumber: string): string {
  return /^\d+$/.test(serialNumber) ? BigInt(serialNumber).toString(16).padStart(32, '0') : serialNumber;
}

/** Without parts of seconds, as istioctl prints it. */
function moved(text: string, shiftMs: number): string {
  return movedTime(text, shiftMs)?.replace(/\.\d+Z$/, 'Z') ?? text;
}
