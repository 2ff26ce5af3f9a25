import { namespacesQuery } from '#lib/contract/namespaces.ts';
import { sharedEndpoint } from '#server/http/shared-endpoint.ts';
import { loadNamespaces } from '#server/mesh/inventory/load-namespaces.ts';

export const dynamic = 'force-dynamic';
export const GET = sharedEndpoint(namespacesQuery, loadNamespaces);
