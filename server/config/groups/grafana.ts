import { z } from 'zod';
import { setting } from '#server/config/setting.ts';
import { dashboards } from '#server/config/values/dashboards.ts';
import { duration } from '#server/config/values/duration.ts';
import { headers } from '#server/config/values/headers.ts';
import { httpUrl } from '#server/config/values/http-url.ts';
import { text } from '#server/config/values/text.ts';

export const grafanaSettings = {
  GRAFANA_URL: setting(httpUrl.optional(), {
    path: 'grafana.url',
    about: 'address at which Vigla asks Grafana for its dashboards, with its path where it has one',
    defaultWords: 'found in the cluster; see [What is found](#what-is-found)',
  }),
  GRAFANA_EXTERNAL_URL: setting(httpUrl.optional(), {
    path: 'grafana.externalUrl',
    about:
      'where people reach Grafana in their browsers; without it no page links there. Parameters in it, such as `?orgId=2`, stay in every link',
  }),
  GRAFANA_DASHBOARDS: setting(dashboards.prefault(''), {
    path: 'grafana.dashboards',
    about:
      'other dashboards than those of Istio, by uid or title, e.g. `workload=Our workloads;ztunnel=a1b2c3`; in the file also a map; see [Grafana](#grafana)',
    defaultWords: "Istio's own",
  }),
  GRAFANA_TIMEOUT: setting(duration.prefault('5s'), {
    path: 'grafana.timeout',
    about: 'time limit of one question',
  }),
  GRAFANA_HEADERS: setting(headers.optional(), {
    path: 'grafana.headers',
    about: '`Name: value` pairs separated by `;`, e.g. `X-Grafana-Org-Id: 2`; in the file also a map',
    isSecret: true,
  }),
  GRAFANA_BEARER_TOKEN: setting(text.optional(), {
    path: 'grafana.bearerToken',
    about: 'sent as `Authorization: Bearer`: the token of a service account of Grafana with the role Viewer',
    isSecret: true,
  }),
  GRAFANA_USERNAME: setting(text.optional(), {
    path: 'grafana.username',
    about: 'of basic authentication',
  }),
  GRAFANA_PASSWORD: setting(z.string().optional(), {
    path: 'grafana.password',
    about: 'of basic authentication',
    isSecret: true,
  }),
  GRAFANA_CA_FILE: setting(text.optional(), {
    path: 'grafana.caFile',
    about: "PEM file of the authority that signed Grafana's certificate",
    names: 'file',
  }),
  GRAFANA_INSECURE_SKIP_VERIFY: setting(z.enum(['true', 'false']).default('false'), {
    path: 'grafana.insecureSkipVerify',
    about: '`true` accepts any certificate',
  }),
};
