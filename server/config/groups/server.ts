import { z } from 'zod';
import { setting } from '#server/config/setting.ts';
import { duration } from '#server/config/values/duration.ts';

export const serverSettings = {
  VIGLA_STOP_DELAY: setting(duration.optional(), {
    path: 'server.stopDelay',
    about:
      'how long Vigla goes on taking requests after a signal to end while `/readyz` says 503 already, until nobody sends any more; the Helm chart sets it',
  }),
  VIGLA_STOP_TIMEOUT: setting(duration.prefault('20s'), {
    path: 'server.stopTimeout',
    about: 'how long running requests may then take to finish before they are cut off',
  }),
  VIGLA_FRAME_ANCESTORS: setting(
    z
      .string()
      .regex(
        /^('none'|'self'|https?:\/\/[\w.*:-]+)( ('self'|https?:\/\/[\w.*:-]+))*$/,
        "must be 'none', or a list of 'self' and origins such as https://portal.example",
      )
      .default("'none'"),
    {
      path: 'server.frameAncestors',
      about:
        "pages that may show Vigla in a frame: `'none'`, or `'self'` and origins separated by spaces, as in the CSP directive `frame-ancestors`",
    },
  ),
};
