import { z } from 'zod';
import { setting } from '#server/config/setting.ts';
import { duration } from '#server/config/values/duration.ts';
import { httpUrl } from '#server/config/values/http-url.ts';
import { text } from '#server/config/values/text.ts';

export const proxySettings = {
  VIGLA_ANSWER_LIMIT_MB: setting(z.coerce.number().positive().max(1024).default(64), {
    path: 'answerLimitMb',
    about: 'the largest answer of a proxy or of istiod that is read',
  }),
  ISTIOD_URL: setting(httpUrl.optional(), {
    path: 'istiod.url',
    about:
      'address of the debug endpoints of an istiod outside of the cluster, as of a managed control plane',
    defaultWords: 'its pods, by port-forward',
  }),
  ISTIOD_TOKEN_FILE: setting(text.optional(), {
    path: 'istiod.tokenFile',
    about:
      'file with the token that is shown to it, read for each question: of a service account in its root namespace, with the audience `istio-ca`',
    names: 'file',
  }),
  ISTIOD_CA_FILE: setting(text.optional(), {
    path: 'istiod.caFile',
    about: 'PEM file of the authority that signed its certificate',
    names: 'file',
  }),
  ISTIOD_TIMEOUT: setting(duration.prefault('10s'), {
    path: 'istiod.timeout',
    about: 'time limit of one question to one replica of istiod',
  }),
  PROXY_TIMEOUT: setting(duration.prefault('20s'), {
    path: 'proxies.timeout',
    about: 'time limit of one question to one proxy',
  }),
};
