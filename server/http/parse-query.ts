import type { z } from 'zod';
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
 * The query string, and the open parts of the path, through a route's schema.
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
  const parsed = schema.safeParse({ ...Object.fromEntries(parameters), ...pathParameters });
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  // A misspelt parameter is the reason why another one is missing.
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  if (issue === undefined) throw new ViglaError('internal', 'A query was refused without a reason');
  const { parameter, message } = describe(issue);
  throw new ViglaError('bad_parameter', message, { parameter });
}
