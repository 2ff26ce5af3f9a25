import { meshProblemsQuery } from '#lib/contract/mesh-problems.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadMeshProblems } from '#server/mesh/control-plane/load-mesh-problems.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(meshProblemsQuery, loadMeshProblems);
