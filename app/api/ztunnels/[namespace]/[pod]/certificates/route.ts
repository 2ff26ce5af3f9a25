import { ztunnelQuery } from '#lib/contract/ztunnel.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadZtunnelCertificates } from '#server/mesh/ambient/load-ztunnel.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(ztunnelQuery, loadZtunnelCertificates);
