import { z } from 'zod';

/** What a page keeps in its address: an object of the fields in `url-parameters.ts`. */
export type UrlSchema = z.ZodObject;

export type DecodedUrl<Schema extends UrlSchema> = {
  values: z.output<Schema>;
  /** Parameters whose text made no sense, with why; their values are the defaults. */
  ignored: { parameter: string; message: string }[];
};

/** Reads the schema's parameters; those of others are left alone. Never throws. */
export function decodeUrlState<Schema extends UrlSchema>(
  schema: Schema,
  parameters: URLSearchParams,
): DecodedUrl<Schema> {
  const texts: Record<string, string> = {};
  const ignored: DecodedUrl<Schema>['ignored'] = [];
  for (const [parameter, field] of Object.entries(schema.shape)) {
    const text = parameters.get(parameter);
    if (text === null) continue;
    const result = z.safeParse(field, text);
    if (result.success) texts[parameter] = text;
    else ignored.push({ parameter, message: result.error.issues[0]?.message ?? 'is not understood' });
  }
  return { values: schema.parse(texts), ignored };
}

/** What the reader is told of a parameter whose text made no sense. */
export function ignoredParameterText({
  parameter,
  message,
}: DecodedUrl<UrlSchema>['ignored'][number]): string {
  return `"${parameter}" in the address was ignored: ${message}.`;
}

/** The same address with these values; defaults are left out and other parameters kept, in a stable order. */
export function encodeUrlState<Schema extends UrlSchema>(
  schema: Schema,
  { values, parameters }: { values: z.output<Schema>; parameters: URLSearchParams },
): URLSearchParams {
  const texts = encodedTexts(schema, values);
  const defaults = encodedTexts(schema, schema.parse({}));
  const next = new URLSearchParams(parameters);
  for (const parameter of Object.keys(schema.shape)) {
    const text = texts[parameter];
    if (text === undefined || text === defaults[parameter]) next.delete(parameter);
    else next.set(parameter, text);
  }
  return next;
}

const encodedSchema = z.record(z.string(), z.string().optional());

function encodedTexts<Schema extends UrlSchema>(
  schema: Schema,
  values: z.output<Schema>,
): Record<string, string | undefined> {
  return encodedSchema.parse(z.encode(schema, values));
}

/** A readable query with its question mark, or nothing: commas, slashes, colons and stars stay as they are. */
export function queryText(parameters: URLSearchParams): string {
  const text = parameters
    .toString()
    .replace(/%2C/g, ',')
    .replace(/%2F/g, '/')
    .replace(/%3A/g, ':')
    .replace(/%2A/g, '*');
  return text === '' ? '' : `?${text}`;
}
