import { z } from 'zod';
import { setting } from '#server/config/setting.ts';

export const accessSettings = {
  VIGLA_AUTH: setting(z.enum(['anonymous', 'token', 'openid', 'header']).default('anonymous'), {
    path: 'auth.mode',
    about:
      'who asks: `anonymous`, everybody is the same and sees what Vigla sees; `token`, people sign in with a token of the Kubernetes API; `openid`, at an OpenID provider; `header`, a proxy in front names them; see [Signing in](#signing-in)',
  }),
  VIGLA_IMPERSONATE: setting(z.enum(['true', 'false']).default('false'), {
    path: 'auth.impersonate',
    about: "`true` asks the cluster in the user's name, by impersonation, where rights are judged",
  }),
};
