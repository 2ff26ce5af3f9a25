import { z } from 'zod';
import type { ObjectOf } from '#lib/objects/kinds.ts';

type HttpRoute = ObjectOf<'VirtualService'>['spec']['http'][number];

const redirectSchema = z.looseObject({
  uri: z.string().optional(),
  authority: z.string().optional(),
  scheme: z.string().optional(),
  port: z.number().optional(),
  redirectCode: z.number().default(301),
});
const rewriteSchema = z.looseObject({
  uri: z.string().optional(),
  authority: z.string().optional(),
  uriRegexRewrite: z.looseObject({ match: z.string().optional(), rewrite: z.string().optional() }).optional(),
});
const retriesSchema = z.looseObject({
  attempts: z.number().optional(),
  perTryTimeout: z.string().optional(),
  retryOn: z.string().optional(),
});
const headerChangesSchema = z.looseObject({
  set: z.record(z.string(), z.string()).default({}),
  add: z.record(z.string(), z.string()).default({}),
  remove: z.array(z.string()).default([]),
});
const headersSchema = z.looseObject({
  request: headerChangesSchema.optional(),
  response: headerChangesSchema.optional(),
});
const directResponseSchema = z.looseObject({ status: z.number() });

/** What an HTTP route of a VirtualService does beside choosing a destination, in words. Source: Istio's HTTPRoute. */
export function virtualServiceActions(route: HttpRoute): string[] {
  return [
    ...read(redirectSchema, route.redirect, (redirect) => [
      `answers with a redirect ${redirect.redirectCode} to ${redirectTarget(redirect)}`,
    ]),
    ...read(directResponseSchema, route.directResponse, ({ status }) => [`answers ${status} itself`]),
    ...faultWords(route.fault),
    ...(route.timeout === undefined ? [] : [`gives up after ${route.timeout}`]),
    ...read(retriesSchema, route.retries, ({ attempts, perTryTimeout, retryOn }) => [
      `retries up to ${attempts ?? 2} times${retryOn === undefined ? '' : ` on ${retryOn.replaceAll(',', ', ')}`}${
        perTryTimeout === undefined ? '' : `, each try at most ${perTryTimeout}`
      }`,
    ]),
    ...mirrorWords(route),
    ...read(rewriteSchema, route.rewrite, ({ uri, authority, uriRegexRewrite }) => [
      ...(uri === undefined ? [] : [`rewrites the matched path to ${uri}`]),
      ...(uriRegexRewrite === undefined
        ? []
        : [`rewrites the path ${uriRegexRewrite.match ?? ''} to ${uriRegexRewrite.rewrite ?? ''}`]),
      ...(authority === undefined ? [] : [`rewrites the authority to ${authority}`]),
    ]),
    ...read(headersSchema, route.headers, ({ request, response }) => [
      ...headerWords('request', request),
      ...headerWords('response', response),
    ]),
  ];
}

/** A part in words; one that is set, but has not its usual shape, is named rather than left out. */
function read<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  words: (value: z.output<Schema>) => string[],
): string[] {
  if (value === undefined || value === null) return [];
  const parsed = schema.safeParse(value);
  return parsed.success ? words(parsed.data) : ['does something that could not be read'];
}

function redirectTarget({ scheme, authority, port, uri }: z.output<typeof redirectSchema>): string {
  const origin = authority === undefined ? '' : `${scheme ?? 'http'}://${authority}`;
  return `${origin}${port === undefined ? '' : `:${port}`}${uri ?? ''}` || `${scheme ?? 'the same address'}`;
}

function faultWords(fault: HttpRoute['fault']): string[] {
  const share = (percentage: { value?: number | undefined } | undefined) => `${percentage?.value ?? 100} %`;
  const { delay, abort } = fault ?? {};
  const status = abort?.httpStatus ?? `gRPC ${abort?.grpcStatus ?? 'UNAVAILABLE'}`;
  return [
    ...(delay === undefined
      ? []
      : [`fault: delays ${share(delay.percentage)} by ${delay.fixedDelay ?? '0s'}`]),
    ...(abort === undefined ? [] : [`fault: answers ${share(abort.percentage)} with ${status}`]),
  ];
}

function mirrorWords({ mirror, mirrorPercentage, mirrors = [] }: HttpRoute): string[] {
  const all = [
    ...(mirror === undefined ? [] : [{ destination: mirror, percentage: mirrorPercentage }]),
    ...mirrors,
  ];
  return all.map(({ destination: { host, subset }, percentage }) => {
    const where = subset === undefined ? host : `${host} ${subset}`;
    return `sends a copy of ${percentage?.value ?? 100} % to ${where}`;
  });
}

function headerWords(of: string, changes: z.output<typeof headerChangesSchema> | undefined): string[] {
  if (changes === undefined) return [];
  const { set, add, remove } = changes;
  return [
    ...Object.entries(set).map(([name, value]) => `sets ${of} header ${name}: ${value}`),
    ...Object.entries(add).map(([name, value]) => `adds ${of} header ${name}: ${value}`),
    ...remove.map((name) => `removes ${of} header ${name}`),
  ];
}
