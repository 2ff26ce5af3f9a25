import { appliedConfigQuery } from '#lib/contract/applied-config.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadApplicationConfig } from '#server/mesh/config/load-applied-config.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(appliedConfigQuery, loadApplicationConfig);
