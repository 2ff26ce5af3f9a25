import { z } from 'zod';
import { basePath } from '#lib/base-path.ts';
import { problemSchema, warningSchema } from '#lib/contract/envelope.ts';
import { apiFiles } from '#lib/contract/files.ts';
import { clusterParameter } from '#lib/contract/parameters.ts';
import { apiPosts } from '#lib/contract/posts.ts';
import { apiRoutes } from '#lib/contract/routes.ts';
import { apiStreams } from '#lib/contract/streams.ts';
import packageJson from '#package.json' with { type: 'json' };

const parametersShape = z.object({
  properties: z.record(z.string(), z.looseObject({ default: z.unknown().optional() })).default({}),
  required: z.array(z.string()).default([]),
});

/** Every route may be asked about one cluster. */
const clusterSchema: { default?: unknown } = z
  .looseObject({})
  .parse(z.toJSONSchema(clusterParameter, { io: 'input' }));

function parametersOf(path: string, query: z.ZodType) {
  const { properties, required } = parametersShape.parse(z.toJSONSchema(query, { io: 'input' }));
  return Object.entries({ ...properties, cluster: clusterSchema }).map(([name, schema]) => {
    const isInPath = path.includes(`{${name}}`);
    return {
      name,
      in: isInPath ? 'path' : 'query',
      required: isInPath || (required.includes(name) && schema.default === undefined),
      schema,
    };
  });
}

type Described = { summary: string; query: z.ZodType };

function operationOf(path: string, route: Described, content: Record<string, { schema: unknown }>) {
  return {
    summary: route.summary,
    parameters: parametersOf(path, route.query),
    responses: {
      200: { description: 'The answer', content },
      default: {
        description: 'A problem (RFC 9457)',
        content: { 'application/problem+json': { schema: z.toJSONSchema(problemSchema) } },
      },
    },
  };
}

function routeOperation(path: string, route: (typeof apiRoutes)[keyof typeof apiRoutes]) {
  const answer = z.strictObject({ data: route.data, warnings: z.array(warningSchema) });
  return operationOf(path, route, { 'application/json': { schema: z.toJSONSchema(answer) } });
}

/** OpenAPI has no word for the events of a stream: the schema is that of each event's data. */
function streamOperation(path: string, stream: (typeof apiStreams)[keyof typeof apiStreams]) {
  return operationOf(path, stream, { 'text/event-stream': { schema: z.toJSONSchema(stream.event) } });
}

function fileOperation(path: string, file: (typeof apiFiles)[keyof typeof apiFiles]) {
  return operationOf(path, file, { [file.contentType]: { schema: {} } });
}

type PostRoute = { summary: string; query: z.ZodType; body: z.ZodType | 'file'; data: z.ZodType };

function postOperation(path: string, route: PostRoute) {
  const answer = z.strictObject({ data: route.data, warnings: z.array(warningSchema) });
  const content =
    route.body === 'file'
      ? { 'application/octet-stream': {} }
      : { 'application/json': { schema: z.toJSONSchema(route.body, { io: 'input' }) } };
  return {
    ...operationOf(path, route, { 'application/json': { schema: z.toJSONSchema(answer) } }),
    requestBody: { required: true, content },
  };
}

function pathsOf() {
  const paths: Record<string, Record<string, unknown>> = {};
  const add = (path: string, operation: Record<string, unknown>) => {
    paths[path] = { ...paths[path], ...operation };
  };
  for (const [path, route] of Object.entries(apiRoutes)) add(path, { get: routeOperation(path, route) });
  for (const [path, stream] of Object.entries(apiStreams)) add(path, { get: streamOperation(path, stream) });
  for (const [path, file] of Object.entries(apiFiles)) add(path, { get: fileOperation(path, file) });
  for (const [path, route] of Object.entries<PostRoute>(apiPosts))
    add(path, { post: postOperation(path, route) });
  return paths;
}

/** The OpenAPI 3.1 description of the API, made from the schemas that the routes themselves use. */
export function openApiDocument() {
  return {
    openapi: '3.1.0',
    info: { title: 'Vigla', version: packageJson.version, license: { name: 'Apache-2.0' } },
    // Without a base path they are at the root of where the document lies, as readers assume.
    ...(basePath() !== '' && { servers: [{ url: basePath() }] }),
    paths: pathsOf(),
  };
}
