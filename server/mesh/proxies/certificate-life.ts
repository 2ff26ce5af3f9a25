import type { ProxyItem } from '#lib/contract/proxies.ts';
import { objectsAt, textAt } from '#server/mesh/proxy/json/json.ts';
import { movedTime } from './moved-time.ts';

type Life = { shiftMs: number; nowMs: number };

/**
 * The life of a workload's certificate in Envoy's `/certs`: of those with a SPIFFE identity the one that ends last (an
 * older one lives on in connections that are still open). Undefined where there is none.
 */
export function certificateLife(certs: unknown, { shiftMs, nowMs }: Life): ProxyItem['certificate'] {
  const chains = objectsAt(certs, 'certificates').flatMap((one) => objectsAt(one, 'cert_chain'));
  const own = chains.filter((certificate) =>
    objectsAt(certificate, 'subject_alt_names').some((name) => textAt(name, 'uri')?.startsWith('spiffe://')),
  );
  const lives = own.flatMap((certificate) => {
    const notBefore = movedTime(textAt(certificate, 'valid_from'), shiftMs);
    const notAfter = movedTime(textAt(certificate, 'expiration_time'), shiftMs);
    return notBefore === undefined || notAfter === undefined ? [] : [{ notBefore, notAfter }];
  });
  const last = lives.sort((one, other) => other.notAfter.localeCompare(one.notAfter))[0];
  return last && { ...last, lifeShare: lifeShare(last, nowMs) };
}

function lifeShare({ notBefore, notAfter }: { notBefore: string; notAfter: string }, nowMs: number): number {
  const [startMs, endMs] = [Date.parse(notBefore), Date.parse(notAfter)];
  if (endMs <= startMs) return nowMs >= endMs ? 1 : 0;
  return Math.max(0, (nowMs - startMs) / (endMs - startMs));
}
