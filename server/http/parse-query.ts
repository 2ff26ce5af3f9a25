import { z } from 'zod';
import { clusterParameter } from '#lib/contract/parameters.ts';
import { ViglaError } from '#server/errors.ts';

function describe(issue: z.core.$ZodIssue): { parameter: string; message: string } {
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    return { parameter: key, message: `"${key}" is not a parameter of this route` };
  }
  const parameter = issue.path.join('.');
  if (issue.code === 'invalid_value') {
    return { parameter, message: `${parameter} must be one of ${issue.values.map(String).join(', ')}` };
  }
  return { parameter, message: `${parameter}: ${issue.message}` };
}

/**
 * Every route may be asked about one cluster. Most of them have no use for its name: their sources are that cluster's.
 */
function withoutCluster(parameters: URLSearchParams): URLSearchParams {
  const others = new URLSearchParams(parameters);
  others.delete('cluster');
  return others;
}

/** Whether a route itself knows what to say of a cluster that Vigla cannot reach, but telemetry names. */
export function takesCluster(schema: z.ZodType): boolean {
  return schema instanceof z.ZodObject && 'cluster' in schema.shape;
}

/**
 * The query string, and the open parts of the path, through a route's schema. The parameter `cluster` is for every route.
 * @throws ViglaError `bad_parameter` that names the parameter: unknown, given twice, or with a wrong value
 */
export function parseQuery<Schema extends z.ZodType>(
  schema: Schema,
  parameters: URLSearchParams,
  pathParameters: Readonly<Record<string, string>> = {},
): z.output<Schema> {
  const inPath = [...parameters.keys()].find((name) => name in pathParameters);
  if (inPath !== undefined) {
    throw new ViglaError('bad_parameter', `${inPath} stands in the path and is no parameter beside it`, {
      parameter: inPath,
    });
  }
  const twice = [...parameters.keys()].find((name) => parameters.getAll(name).length > 1);
  if (twice !== undefined) {
    throw new ViglaError('bad_parameter', `${twice} is given more than once`, { parameter: twice });
  }
  const cluster = clusterParameter.safeParse(parameters.get('cluster') ?? undefined);
  if (!cluster.success)
    throw new ViglaError('bad_parameter', 'cluster is not the name of a cluster', { parameter: 'cluster' });
  const asked = takesCluster(schema) ? parameters : withoutCluster(parameters);
  const parsed = schema.safeParse({ ...Object.fromEntries(asked), ...pathParameters });
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  // A misspelt parameter is the reason why another one is missing.
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  if (issue === undefined) throw new ViglaError('internal', 'A query was refused without a reason');
  const { parameter, message } = describe(issue);
  throw new ViglaError('bad_parameter', message, { parameter });
}
