import type { ProxyItem } from '#lib/contract/proxies.ts';
import { unitSpace } from '#lib/format-number.ts';
import { words } from './words.ts';

/** What is left of a certificate's life, in whole units: `23 h`, `40 min`, `5 days`. */
export function certificateText({ certificate }: Pick<ProxyItem, 'certificate'>, nowMs: number): string {
  if (certificate === undefined || nowMs === 0) return '–';
  const minutes = Math.floor((Date.parse(certificate.notAfter) - nowMs) / 60_000);
  if (minutes < 0) return words.expired;
  if (minutes < 60) return `${minutes}${unitSpace}min`;
  const hours = Math.floor(minutes / 60);
  return hours < 72 ? `${hours}${unitSpace}h` : `${Math.floor(hours / 24)}${unitSpace}days`;
}
