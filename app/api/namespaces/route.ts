import { namespacesQuery } from '#lib/contract/namespaces.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadNamespaces } from '#server/mesh/inventory/load-namespaces.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(namespacesQuery, loadNamespaces);
