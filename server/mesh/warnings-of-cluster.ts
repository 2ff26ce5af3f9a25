import type { Warning } from '#lib/contract/envelope.ts';

/** More than these say the same of one kind after the other. */
const mostOfOneCode = 3;

/** The warnings of a further cluster, saying which; many that objects could not be read are one. */
export function warningsOfCluster(cluster: string, warnings: readonly Warning[]): Warning[] {
  const ofObjects = warnings.filter(({ code }) => code === 'objects_missing');
  const [first] = ofObjects;
  if (first === undefined || ofObjects.length <= mostOfOneCode)
    return warnings.map((warning) => named(cluster, warning));
  const others = warnings.filter(({ code }) => code !== 'objects_missing');
  const more = `${first.message} So it is with ${ofObjects.length - 1} more kinds.`;
  return [{ ...first, message: more }, ...others].map((warning) => named(cluster, warning));
}

function named(cluster: string, warning: Warning): Warning {
  return { ...warning, message: `Cluster ${cluster}: ${warning.message}` };
}
