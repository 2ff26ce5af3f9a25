import { jsonResponse } from './answer.ts';
import { openApiDocument } from './openapi.ts';

/** `GET /api/openapi.json` */
export function openApiResponse(request: Request): Promise<Response> {
  return jsonResponse(request, openApiDocument());
}
