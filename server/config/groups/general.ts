import { z } from 'zod';
import { setting } from '#server/config/setting.ts';
import { basePath } from '#server/config/values/base-path.ts';
import { healthRules } from '#server/config/values/health-rules.ts';
import { text } from '#server/config/values/text.ts';

export const generalSettings = {
  VIGLA_MODE: setting(z.enum(['cluster', 'demo']).default('cluster'), {
    path: 'mode',
    about: '`cluster`, or `demo` for the recorded mesh',
  }),
  VIGLA_RECORDING: setting(text.optional(), {
    path: 'recording',
    about: 'folder of another recording for `demo`, e.g. `server/sources/recording/data-ambient`',
    defaultWords: 'the recorded mesh of sidecars',
    names: 'file',
  }),
  VIGLA_SNAPSHOT: setting(text.optional(), {
    path: 'snapshot',
    about: 'file of `/api/snapshot` to open instead of a cluster; its end is "now"',
    names: 'file',
  }),
  VIGLA_SNAPSHOT_BEFORE: setting(text.optional(), {
    path: 'snapshotBefore',
    about: 'an earlier file of `/api/snapshot` to compare with the cluster, the demo or `VIGLA_SNAPSHOT`',
    names: 'file',
  }),
  VIGLA_BASE_PATH: setting(basePath.default(''), {
    path: 'basePath',
    about:
      'path below which everything is served, e.g. `/vigla`, behind a proxy that has other things beside it; the same as in `VIGLA_PUBLIC_URL`. See [install.md](install.md#below-a-path)',
    defaultWords: 'none',
  }),
  VIGLA_LOG_LEVEL: setting(z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'), {
    path: 'log.level',
    about: '`debug`, `info`, `warn`, `error`, `silent`',
  }),
  VIGLA_HEALTH_TOLERANCES: setting(healthRules.prefault('[]'), {
    path: 'health.tolerances',
    about: 'what is tolerated of whom, as JSON, in the file as YAML; see [Health](#health)',
    defaultWords: 'none',
  }),
  VIGLA_ROOT_NAMESPACE: setting(text.default('istio-system'), {
    path: 'mesh.rootNamespace',
    about: 'namespace of istiod and of mesh-wide configuration',
  }),
  VIGLA_WRITES: setting(z.enum(['true', 'false']).default('false'), {
    path: 'writes',
    about:
      "`true` allows to set the log levels of proxies; each change is a line in Vigla's log with `audit`",
  }),
};
