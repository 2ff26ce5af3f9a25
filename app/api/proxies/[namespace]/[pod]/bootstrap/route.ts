import { sectionQuery } from '#lib/contract/proxy-sections.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadBootstrap } from '#server/mesh/proxy/load-bootstrap.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(sectionQuery, loadBootstrap);
