import { z } from 'zod';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import { quoted } from './string-match.ts';

const valueMatchSchema = z.looseObject({
  type: z.string().default('Exact'),
  name: z.string(),
  value: z.string(),
});
const matchSchema = z.looseObject({
  path: z.looseObject({ type: z.string().default('PathPrefix'), value: z.string().default('/') }).optional(),
  /** HTTP: one of the methods; gRPC: a service and a method. */
  method: z
    .union([z.string(), z.looseObject({ service: z.string().optional(), method: z.string().optional() })])
    .optional(),
  headers: z.array(valueMatchSchema).default([]),
  queryParams: z.array(valueMatchSchema).default([]),
});

const typeWords: Record<string, string> = {
  Exact: 'is',
  PathPrefix: 'begins with',
  RegularExpression: 'matches',
};

/** A match of an HTTPRoute or GRPCRoute in words; an empty text matches everything. Source: Gateway API. */
export function gatewayApiMatchWords(match: unknown): string {
  const parsed = matchSchema.safeParse(match);
  if (!parsed.success) return 'conditions that could not be read';
  const { path, method, headers, queryParams } = parsed.data;
  const named = (what: string, { type, name, value }: z.output<typeof valueMatchSchema>) =>
    `${what} ${name} ${typeWords[type] ?? type} ${quoted(value)}`;
  const isAnyPath = path === undefined || (path.type === 'PathPrefix' && path.value === '/');
  return [
    ...(isAnyPath ? [] : [`path ${typeWords[path.type] ?? path.type} ${path.value}`]),
    ...(method === undefined ? [] : [`method is ${methodWords(method)}`]),
    ...headers.map((header) => named('header', header)),
    ...queryParams.map((parameter) => named('query parameter', parameter)),
  ].join(', ');
}

function methodWords(method: string | { service?: string | undefined; method?: string | undefined }): string {
  if (typeof method === 'string') return method;
  return [method.service ?? '*', method.method ?? '*'].join('/');
}

const pathChangeSchema = z.looseObject({
  replaceFullPath: z.string().optional(),
  replacePrefixMatch: z.string().optional(),
});
const filterSchema = z.looseObject({
  type: z.string(),
  urlRewrite: z
    .looseObject({ hostname: z.string().optional(), path: pathChangeSchema.optional() })
    .optional(),
  requestRedirect: z
    .looseObject({
      scheme: z.string().optional(),
      hostname: z.string().optional(),
      port: z.number().optional(),
      path: pathChangeSchema.optional(),
      statusCode: z.number().default(302),
    })
    .optional(),
  requestMirror: z
    .looseObject({ backendRef: z.looseObject({ name: z.string() }), percent: z.number().optional() })
    .optional(),
});

type Rule = ObjectOf<'HTTPRoute'>['spec']['rules'][number];

/** What a rule of the Gateway API does beside choosing a backend, in words. */
export function gatewayApiActions(rule: Rule): string[] {
  const { request } = rule.timeouts ?? {};
  return [
    ...(request === undefined ? [] : [`gives up after ${request}`]),
    ...(rule.filters ?? []).map(filterWords),
  ];
}

function filterWords(filter: unknown): string {
  const parsed = filterSchema.safeParse(filter);
  if (!parsed.success) return 'does something that could not be read';
  const { type, urlRewrite, requestRedirect, requestMirror } = parsed.data;
  if (requestRedirect !== undefined) {
    const { scheme, hostname, port, path, statusCode } = requestRedirect;
    const to = [
      scheme === undefined ? '' : `${scheme}://`,
      hostname ?? '',
      port === undefined ? '' : `:${port}`,
      path?.replaceFullPath ?? path?.replacePrefixMatch ?? '',
    ].join('');
    return `answers with a redirect ${statusCode} to ${to}`;
  }
  if (urlRewrite !== undefined) {
    const { hostname, path } = urlRewrite;
    const paths = path?.replaceFullPath ?? path?.replacePrefixMatch;
    return [
      ...(paths === undefined ? [] : [`rewrites the matched path to ${paths}`]),
      ...(hostname === undefined ? [] : [`rewrites the authority to ${hostname}`]),
    ].join(', ');
  }
  if (requestMirror !== undefined)
    return `sends a copy of ${requestMirror.percent ?? 100} % to ${requestMirror.backendRef.name}`;
  return `applies the filter ${type}`;
}
