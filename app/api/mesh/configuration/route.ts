import { meshConfigurationQuery } from '#lib/contract/mesh-configuration.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadMeshConfiguration } from '#server/mesh/control-plane/load-mesh-configuration.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(meshConfigurationQuery, loadMeshConfiguration);
