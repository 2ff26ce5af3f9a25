import { z } from 'zod';
import { setting } from '#server/config/setting.ts';
import { duration } from '#server/config/values/duration.ts';
import { headers } from '#server/config/values/headers.ts';
import { httpUrl } from '#server/config/values/http-url.ts';
import { text } from '#server/config/values/text.ts';

export const tracingSettings = {
  TRACING_URL: setting(httpUrl.optional(), {
    path: 'tracing.url',
    about:
      "address of Jaeger's or Tempo's query API, with its path where it has one (Istio's sample Jaeger: `http://tracing.istio-system/jaeger`)",
    defaultWords: 'found in the cluster; see [What is found](#what-is-found)',
  }),
  TRACING_PROVIDER: setting(z.enum(['auto', 'jaeger', 'tempo']).default('auto'), {
    path: 'tracing.provider',
    about: '`jaeger` or `tempo`; `auto` finds out by asking',
  }),
  TRACING_EXTERNAL_URL: setting(httpUrl.optional(), {
    path: 'tracing.externalUrl',
    about:
      "where people reach the store's own screen: Jaeger's address, or any address with `{traceId}` in it, as for Grafana",
  }),
  TRACING_TIMEOUT: setting(duration.prefault('20s'), {
    path: 'tracing.timeout',
    about: 'time limit of one question',
  }),
  TRACING_HEADERS: setting(headers.optional(), {
    path: 'tracing.headers',
    about:
      '`Name: value` pairs separated by `;`, e.g. `X-Scope-OrgID: shop` for a tenant of Tempo; in the file also a map',
    isSecret: true,
  }),
  TRACING_BEARER_TOKEN: setting(text.optional(), {
    path: 'tracing.bearerToken',
    about: 'sent as `Authorization: Bearer`',
    isSecret: true,
  }),
  TRACING_USERNAME: setting(text.optional(), {
    path: 'tracing.username',
    about: 'of basic authentication',
  }),
  TRACING_PASSWORD: setting(z.string().optional(), {
    path: 'tracing.password',
    about: 'of basic authentication',
    isSecret: true,
  }),
  TRACING_CA_FILE: setting(text.optional(), {
    path: 'tracing.caFile',
    about: "PEM file of the authority that signed the store's certificate",
    names: 'file',
  }),
  TRACING_INSECURE_SKIP_VERIFY: setting(z.enum(['true', 'false']).default('false'), {
    path: 'tracing.insecureSkipVerify',
    about: '`true` accepts any certificate',
  }),
};
