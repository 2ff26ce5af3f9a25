/** `sidecar~10.244.2.6~productpage-v1-1.bookinfo~bookinfo.svc.cluster.local`. */
const nodeId = /"id":\s*"(?:sidecar|router|waypoint)~[^~"]*~([^.~"]+)\.([^~"]+)~/;
/** The bootstrap stands first. */
const bootstrapBytes = 2_000_000;

/** Whose dump a file is, by the node in its bootstrap; undefined where it has none. */
export function ownerOf(bytes: Uint8Array): { namespace: string; pod: string } | undefined {
  const text = new TextDecoder().decode(bytes.subarray(0, bootstrapBytes));
  const [, pod, namespace] = nodeId.exec(text) ?? [];
  return pod === undefined || namespace === undefined ? undefined : { namespace, pod };
}
