import { z } from 'zod';
import { proxiesReadAtMost, proxiesReadByDefault } from '#lib/contract/realized.ts';
import { urlInteger } from '#lib/url-parameters.ts';

/** How many proxies are read, at most. */
export const realizedUrl = z.object({
  read: urlInteger({ min: 1, max: proxiesReadAtMost, byDefault: proxiesReadByDefault }),
});
