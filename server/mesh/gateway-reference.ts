/** A gateway as a VirtualService names it: `namespace/name`, or a name in its own namespace. */
export function gatewayReference(text: string, ownNamespace: string): { namespace: string; name: string } {
  const [first = '', second] = text.split('/');
  return second === undefined ? { namespace: ownNamespace, name: first } : { namespace: first, name: second };
}
