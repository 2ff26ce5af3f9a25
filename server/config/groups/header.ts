import { z } from 'zod';
import { setting } from '#server/config/setting.ts';
import { addresses } from '#server/config/values/addresses.ts';

const headerName = z
  .string()
  .regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/, 'must be the name of a header')
  .toLowerCase();

export const headerSettings = {
  HEADER_USER: setting(headerName.default('x-forwarded-user'), {
    path: 'auth.header.user',
    about: 'the header in which an identity-aware proxy names the user',
  }),
  HEADER_GROUPS: setting(headerName.default('x-forwarded-groups'), {
    path: 'auth.header.groups',
    about:
      'the header in which it names the groups, separated by `,`; it must remove both where a client sent them',
  }),
  HEADER_TRUSTED_PROXIES: setting(addresses.optional(), {
    path: 'auth.header.trustedProxies',
    about:
      'addresses or ranges from which those headers are believed, e.g. `10.1.0.0/16, fd00::/8`: of the connection itself, not of `X-Forwarded-For`',
    defaultWords: 'none, required by `header`',
  }),
};
