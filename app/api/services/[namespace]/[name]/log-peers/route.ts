import { logPeersQuery } from '#lib/contract/log-peers.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadLogPeers } from '#server/mesh/log-peers/load-log-peers.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(logPeersQuery, loadLogPeers('service'));
