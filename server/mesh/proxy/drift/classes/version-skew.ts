import { proxyVersion } from '#server/mesh/proxies/proxy-version.ts';
import type { DriftRule } from '../drift-rule.ts';
import { thresholds } from '../thresholds.ts';

/** The proxy runs another minor version of Istio than the replica of istiod that it is connected to. */
export const versionSkew: DriftRule = ({ proxy, controlPlane }) => {
  const version = proxyVersion(proxy);
  const replica = proxy.sync?.replica ?? '';
  const istiod = controlPlane.versions.get(replica);
  const skew = minorsAhead(istiod, version);
  if (skew === undefined || skew === 0) return [];
  const isSupported = skew > 0 && skew <= thresholds.supportedMinorSkew;
  const ahead = `${Math.abs(skew)} minor ${Math.abs(skew) === 1 ? 'version' : 'versions'}`;
  const text =
    skew > 0
      ? `istiod is ${ahead} ahead of the proxy (${istiod} and ${version}). Istio supports one.`
      : `The proxy is ${ahead} ahead of istiod (${version} and ${istiod}). Istio supports no proxy that is newer than its control plane.`;
  return [
    {
      severity: isSupported ? 'info' : 'degraded',
      items: [],
      why: {
        text,
        fix:
          skew > 0
            ? `Restart the ${proxy.owner === undefined ? 'pod' : `${proxy.owner.kind} ${proxy.owner.name}`}: injection gives it the proxy of its control plane.`
            : 'Upgrade the control plane first, or give the pod the revision of a newer one.',
        evidence: [
          { kind: 'envoy', text: `istiod ${replica} /version: ${istiod}` },
          { kind: 'envoy', text: `istiod /debug/syncz istio_version: ${version}` },
        ],
        command: 'istioctl version -o yaml',
      },
    },
  ];
};

/** How many minor versions the first is ahead of the second; undefined where one of them is no version. */
function minorsAhead(istiod: string | undefined, proxy: string | undefined): number | undefined {
  const [one, other] = [minorOf(istiod), minorOf(proxy)];
  if (one === undefined || other === undefined || one.major !== other.major) return undefined;
  return one.minor - other.minor;
}

/** Vendors write more around it: `asm-1.20.4-3`. */
function minorOf(version: string | undefined): { major: number; minor: number } | undefined {
  const match = /(\d+)\.(\d+)/.exec(version ?? '');
  return match === null ? undefined : { major: Number(match[1]), minor: Number(match[2]) };
}
