import { z } from 'zod';
import { setting } from '#server/config/setting.ts';
import { duration } from '#server/config/values/duration.ts';

export const proxySettings = {
  VIGLA_ANSWER_LIMIT_MB: setting(z.coerce.number().positive().max(1024).default(64), {
    path: 'answerLimitMb',
    about: 'the largest answer of a proxy or of istiod that is read',
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
