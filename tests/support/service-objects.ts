import { change } from './kubernetes-objects.ts';

type ServicePort = { name?: string; port: number; protocol?: string; appProtocol?: string };

export type MadeService = {
  namespace: string;
  name: string;
  ports: readonly ServicePort[];
  labels?: Record<string, string>;
};

/** Creates a Service at an API server. */
export function createService(url: string, { namespace, name, ports, labels }: MadeService): Promise<void> {
  const body = { metadata: { name, labels }, spec: { ports } };
  return change(url, { method: 'POST', path: `/api/v1/namespaces/${namespace}/services`, body });
}

export function deleteService(
  url: string,
  { namespace, name }: Pick<MadeService, 'namespace' | 'name'>,
): Promise<void> {
  return change(url, { method: 'DELETE', path: `/api/v1/namespaces/${namespace}/services/${name}` });
}
