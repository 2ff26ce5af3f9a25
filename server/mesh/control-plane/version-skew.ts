import type { ComponentType, Skew } from '#lib/contract/mesh.ts';

export const versionRule =
  'A control plane may be one minor version ahead of its proxies, never behind them; the CNI plugin may be one minor version on either side.';

type Minor = { major: number; minor: number };

/** `1.30.2`, `1.31-dev`, `1.29-alpha.abc`; undefined for words such as `latest`. */
export function minorOf(version: string | undefined): Minor | undefined {
  const match = /^v?(\d+)\.(\d+)/.exec(version ?? '');
  return match === null ? undefined : { major: Number(match[1]), minor: Number(match[2]) };
}

/**
 * How the version of a component stands to its control plane's, with a sentence.
 * Source: Istio's supported releases, "control plane/data plane skew", and the upgrade notes of its CNI plugin.
 */
export function judgeSkew(compared: {
  type: ComponentType;
  version: string | undefined;
  controlPlane: string | undefined;
}): { skew: Skew; why: string } {
  const { type, version, controlPlane } = compared;
  const own = minorOf(version);
  const other = minorOf(controlPlane);
  if (version === undefined) return { skew: 'unknown', why: 'Nobody says its version.' };
  if (controlPlane === undefined)
    return { skew: 'unknown', why: 'The version of its control plane is not known.' };
  if (version === controlPlane) return { skew: 'same', why: 'It has the version of its control plane.' };
  if (own === undefined || other === undefined)
    return { skew: 'unknown', why: `${version} and ${controlPlane} cannot be compared as versions.` };
  const ahead = own.major === other.major ? own.minor - other.minor : Number.POSITIVE_INFINITY;
  const against = `its control plane is ${controlPlane}`;
  if (ahead === 0) return { skew: 'patch', why: `The same minor version; ${against}.` };
  const least = -1;
  const most = type === 'cni' ? 1 : 0;
  if (ahead >= least && ahead <= most)
    return {
      skew: 'supported',
      why: `One minor version ${ahead < 0 ? 'behind' : 'ahead'}; ${against}: supported while upgrading.`,
    };
  return {
    skew: 'unsupported',
    why: ahead > 0 ? `Newer than allowed; ${against}.` : `More than one minor version behind; ${against}.`,
  };
}
