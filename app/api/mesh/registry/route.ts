import { meshRegistryQuery } from '#lib/contract/mesh-registry.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadMeshRegistry } from '#server/mesh/control-plane/load-mesh-registry.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(meshRegistryQuery, loadMeshRegistry);
