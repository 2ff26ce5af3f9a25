import { sectionQuery } from '#lib/contract/proxy-sections.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadEcds } from '#server/mesh/proxy/load-section.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(sectionQuery, loadEcds);
