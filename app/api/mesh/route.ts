import { meshQuery } from '#lib/contract/mesh.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadMesh } from '#server/mesh/control-plane/load-mesh.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(meshQuery, loadMesh);
