import type { Warning } from '#lib/contract/envelope.ts';
import { trustDomain } from '#server/mesh/inventory/trust-domain.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';

/** What tells a mesh from another one. */
export type SideFacts = {
  cluster: string;
  rootNamespace: string;
  objects: Pick<MeshObjects, 'Namespace' | 'ConfigMap'>;
  /** Epoch milliseconds. */
  atMs: number;
  /** Of the Vigla that read it. */
  version: string;
};

type Check = (before: SideFacts, after: SideFacts) => { code: string; message: string } | undefined;

const checks: readonly Check[] = [
  otherCluster,
  otherRoot,
  otherMesh,
  otherTrustDomain,
  wrongOrder,
  otherVersion,
];

/** Why a comparison may be one of two different meshes, or of different readings: a warning for each reason. */
export function sidesWarnings({ before, after }: { before: SideFacts; after: SideFacts }): Warning[] {
  return checks.flatMap((check): Warning[] => {
    const found = check(before, after);
    return found === undefined ? [] : [{ source: 'vigla', ...found }];
  });
}

function otherCluster({ cluster: was }: SideFacts, { cluster: is }: SideFacts): ReturnType<Check> {
  if (was === is) return undefined;
  return {
    code: 'other_cluster',
    message: `The earlier snapshot is of cluster ${was}, not of ${is}: what has the same name in both is taken for the same.`,
  };
}

function otherRoot({ rootNamespace: was }: SideFacts, { rootNamespace: is }: SideFacts): ReturnType<Check> {
  if (was === is) return undefined;
  return {
    code: 'other_root_namespace',
    message: `The root namespace of the earlier snapshot is ${was}, here it is ${is}.`,
  };
}

/** Clusters are often called alike (`Kubernetes`); the id of a namespace is given once. */
function otherMesh(before: SideFacts, after: SideFacts): ReturnType<Check> {
  const [was, is] = [rootUid(before), rootUid(after)];
  if (was === undefined || is === undefined || was === is || before.cluster !== after.cluster)
    return undefined;
  return {
    code: 'other_mesh',
    message: `The namespace ${after.rootNamespace} has another uid than in the earlier snapshot: it is of another cluster of the same name, or was made anew.`,
  };
}

function rootUid({ objects, rootNamespace }: SideFacts): string | undefined {
  return objects.Namespace.find(({ metadata }) => metadata.name === rootNamespace)?.metadata.uid;
}

function otherTrustDomain(before: SideFacts, after: SideFacts): ReturnType<Check> {
  const [was, is] = [trustDomainOf(before), trustDomainOf(after)];
  if (was === undefined || is === undefined || was === is) return undefined;
  return {
    code: 'other_trust_domain',
    message: `The trust domain of the earlier snapshot is ${was}, here it is ${is}: it may be another mesh.`,
  };
}

function trustDomainOf({ objects, rootNamespace }: SideFacts): string | undefined {
  return trustDomain(objects, { rootNamespace, revision: undefined });
}

function wrongOrder({ atMs: was }: SideFacts, { atMs: is }: SideFacts): ReturnType<Check> {
  if (was <= is) return undefined;
  return {
    code: 'before_is_later',
    message: `The snapshot that is taken for the earlier one was made later, at ${iso(was)}, than this one, at ${iso(is)}.`,
  };
}

function otherVersion({ version: was }: SideFacts, { version: is }: SideFacts): ReturnType<Check> {
  if (was === is) return undefined;
  return {
    code: 'other_version',
    message: `The two were read by Vigla ${was} and ${is}: fields that only one of them reads look as if they had changed.`,
  };
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}
