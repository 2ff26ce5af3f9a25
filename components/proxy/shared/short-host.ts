const serviceName = /^([^.:|]+)\.([^.:|]+)\.svc(?:\.[^:|]*?)?\.?(:\d+)?$/;

/**
 * A Service's host as people of a namespace call it: `details.bookinfo.svc.cluster.local:9080` is `details:9080` in
 * bookinfo and `details.bookinfo:9080` elsewhere. Other hosts stay as they are.
 */
export function shortHost(host: string, namespace: string): string {
  const [, name, of, port = ''] = serviceName.exec(host) ?? [];
  if (name === undefined) return host;
  return `${of === namespace ? name : `${name}.${of}`}${port}`;
}
