import { z } from 'zod';
import { setting } from '#server/config/setting.ts';

const count = z.coerce.number().int().min(1).max(1_000_000);

export const limitSettings = {
  VIGLA_LIMIT_PROXIES: setting(count.default(600), {
    path: 'limits.proxies',
    about:
      'questions in a minute that lead to proxies (sections, dumps, statistics, drift, a canary): of one user, or of one client where nobody signs in; see [Limits](#limits)',
  }),
  VIGLA_LIMIT_UPLOADS: setting(count.default(60), {
    path: 'limits.uploads',
    about: 'dumps in a minute that one user opens from files',
  }),
  VIGLA_LIMIT_LOGS: setting(count.default(300), {
    path: 'limits.logs',
    about: 'reads of logs in a minute by one user',
  }),
  VIGLA_LIMIT_TRACES: setting(count.default(300), {
    path: 'limits.traces',
    about: 'searches for traces and traces in a minute by one user',
  }),
  VIGLA_LIMIT_SNAPSHOTS: setting(count.default(10), {
    path: 'limits.snapshots',
    about: 'snapshots in a minute by one user; two are made at a time, others wait',
  }),
  VIGLA_LIMIT_FOLLOWS: setting(count.default(60), {
    path: 'limits.follows',
    about: 'times in a minute that one user begins to follow logs',
  }),
  VIGLA_LIMIT_OPEN_FOLLOWS: setting(count.default(10), {
    path: 'limits.openFollows',
    about: 'streams of logs that one user has open at a time',
  }),
  VIGLA_LIMIT_ALL_FOLLOWS: setting(count.default(200), {
    path: 'limits.allFollows',
    about: 'streams of logs that one replica of Vigla has open at a time, whoever follows',
  }),
};
