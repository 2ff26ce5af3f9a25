import { z } from 'zod';
import { setting } from '#server/config/setting.ts';
import { duration } from '#server/config/values/duration.ts';
import { headers } from '#server/config/values/headers.ts';
import { httpUrl } from '#server/config/values/http-url.ts';
import { matchers } from '#server/config/values/matchers.ts';
import { text } from '#server/config/values/text.ts';
import { urlsByCluster } from '#server/config/values/urls-by-cluster.ts';

export const prometheusSettings = {
  PROMETHEUS_URL: setting(httpUrl.optional(), {
    path: 'prometheus.url',
    about: "address of a store with Prometheus' query API",
    defaultWords: 'found in the cluster; see [What is found](#what-is-found)',
  }),
  PROMETHEUS_SCOPE: setting(z.enum(['mesh', 'cluster']).default('mesh'), {
    path: 'prometheus.scope',
    about: '`mesh` where one store knows all clusters, `cluster` where each has its own',
  }),
  PROMETHEUS_URLS: setting(urlsByCluster.optional(), {
    path: 'prometheus.urls',
    about:
      'with the scope `cluster`: addresses of the stores of further clusters, as `cluster=address` separated by `,`; in the file a map',
    defaultWords: 'found in each cluster',
  }),
  PROMETHEUS_TIMEOUT: setting(duration.prefault('20s'), {
    path: 'prometheus.timeout',
    about: 'time limit of one query',
  }),
  PROMETHEUS_HEADERS: setting(headers.optional(), {
    path: 'prometheus.headers',
    about: '`Name: value` pairs separated by `;`, e.g. `X-Scope-OrgID: shop`; in the file also a map',
    isSecret: true,
  }),
  PROMETHEUS_BEARER_TOKEN: setting(text.optional(), {
    path: 'prometheus.bearerToken',
    about: 'sent as `Authorization: Bearer`',
    isSecret: true,
  }),
  PROMETHEUS_USERNAME: setting(text.optional(), {
    path: 'prometheus.username',
    about: 'of basic authentication',
  }),
  PROMETHEUS_PASSWORD: setting(z.string().optional(), {
    path: 'prometheus.password',
    about: 'of basic authentication',
    isSecret: true,
  }),
  PROMETHEUS_CA_FILE: setting(text.optional(), {
    path: 'prometheus.caFile',
    about: "PEM file of the authority that signed the store's certificate",
    names: 'file',
  }),
  PROMETHEUS_INSECURE_SKIP_VERIFY: setting(z.enum(['true', 'false']).default('false'), {
    path: 'prometheus.insecureSkipVerify',
    about: '`true` accepts any certificate',
  }),
  PROMETHEUS_EXTRA_MATCHERS: setting(matchers.optional(), {
    path: 'prometheus.extraMatchers',
    about: 'label matchers put into every query, e.g. `cluster="east",tenant="a"`',
  }),
};
