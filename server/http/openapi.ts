import { z } from 'zod';
import { problemSchema, warningSchema } from '#lib/contract/envelope.ts';
import { apiRoutes } from '#lib/contract/routes.ts';
import packageJson from '#package.json' with { type: 'json' };

const parametersShape = z.object({
  properties: z.record(z.string(), z.looseObject({ default: z.unknown().optional() })).default({}),
  required: z.array(z.string()).default([]),
});

function parametersOf(path: string, query: z.ZodType) {
  const { properties, required } = parametersShape.parse(z.toJSONSchema(query, { io: 'input' }));
  return Object.entries(properties).map(([name, schema]) => {
    const isInPath = path.includes(`{${name}}`);
    return {
      name,
      in: isInPath ? 'path' : 'query',
      required: isInPath || (required.includes(name) && schema.default === undefined),
      schema,
    };
  });
}

function operationOf(path: string, route: (typeof apiRoutes)[keyof typeof apiRoutes]) {
  const answer = z.strictObject({ data: route.data, warnings: z.array(warningSchema) });
  return {
    summary: route.summary,
    parameters: parametersOf(path, route.query),
    responses: {
      200: { description: 'The answer', content: { 'application/json': { schema: z.toJSONSchema(answer) } } },
      default: {
        description: 'A problem (RFC 9457)',
        content: { 'application/problem+json': { schema: z.toJSONSchema(problemSchema) } },
      },
    },
  };
}

/** The OpenAPI 3.1 description of the API, made from the schemas that the routes themselves use. */
export function openApiDocument() {
  return {
    openapi: '3.1.0',
    info: { title: 'Vigla', version: packageJson.version, license: { name: 'Apache-2.0' } },
    paths: Object.fromEntries(
      Object.entries(apiRoutes).map(([path, route]) => [path, { get: operationOf(path, route) }]),
    ),
  };
}
