import { proxyId } from '#server/mesh/proxies/proxy-id.ts';
import type { DriftRule } from '../drift-rule.ts';
import { explainNack } from '../nack/explain-nack.ts';
import { parseNack } from '../nack/parse-nack.ts';

/** Envoy refused what istiod sent last of a type (NACK), and goes on with what it had. */
export const rejected: DriftRule = ({ proxy, mesh }) => {
  const { sync } = proxy;
  return (sync?.syncs ?? []).flatMap(({ type, lastError, acked }) => {
    if (sync === undefined || lastError === undefined) return [];
    const nack = parseNack(lastError);
    const { text, fix, evidence = [] } = explainNack(nack, { proxy, mesh });
    const before =
      acked === undefined
        ? 'It has accepted none since it connected.'
        : 'It goes on with what it accepted before.';
    return [
      {
        severity: 'failing' as const,
        items: nack.refused.map(({ name }) => ({ section: sectionOfType[type] ?? type, name })),
        why: {
          text: `Envoy refuses the ${wordOfType[type] ?? type} that istiod sends (${type}): ${text} ${before}`,
          fix,
          evidence: [
            {
              kind: 'envoy' as const,
              text: `istiod ${sync.replica} /debug/syncz ${type} lastError: ${shortened(lastError)}`,
            },
            ...evidence,
          ],
          command: `istioctl proxy-status ${proxyId(proxy)}`,
        },
      },
    ];
  });
};

const sectionOfType: Readonly<Record<string, string>> = {
  CDS: 'clusters',
  LDS: 'listeners',
  RDS: 'routes',
  EDS: 'endpoints',
  SDS: 'secrets',
  ECDS: 'ecds',
};
const wordOfType: Readonly<Record<string, string>> = { ...sectionOfType, ECDS: 'extensions' };

function shortened(text: string): string {
  const line = text.trim();
  return line.length <= 600 ? line : `${line.slice(0, 600)} … (${line.length} characters)`;
}
