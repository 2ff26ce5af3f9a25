import { apiFiles } from '#lib/contract/files.ts';
import { fileEndpoint } from '#server/http/file-endpoint.ts';
import { loadRawFile } from '#server/mesh/proxy/raw/load-raw.ts';

export const dynamic = 'force-dynamic';
export const GET = fileEndpoint(apiFiles['/api/proxies/{namespace}/{pod}/raw/download'], loadRawFile);
