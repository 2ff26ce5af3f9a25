import { openApiResponse } from '#server/http/openapi-response.ts';

export const dynamic = 'force-dynamic';
export const GET = openApiResponse;
