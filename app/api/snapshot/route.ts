import { apiFiles } from '#lib/contract/files.ts';
import { streamFileEndpoint } from '#server/http/stream-file-endpoint.ts';
import { loadSnapshot } from '#server/mesh/snapshot/load-snapshot.ts';

export const dynamic = 'force-dynamic';
export const GET = streamFileEndpoint({ ...apiFiles['/api/snapshot'], atOnce: 2 }, loadSnapshot);
