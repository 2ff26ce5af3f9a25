import { dumpFileQuery } from '#lib/contract/dump-file.ts';
import { uploadEndpoint } from '#server/http/post-endpoint.ts';
import { loadFileSecrets } from '#server/mesh/proxy/dump-file/load-dump-file.ts';

export const dynamic = 'force-dynamic';
export const POST = uploadEndpoint(dumpFileQuery, loadFileSecrets);
