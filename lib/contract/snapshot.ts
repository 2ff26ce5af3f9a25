import { z } from 'zod';
import { namespacesParameter, rangeParameter } from './parameters.ts';

const podName = /^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)\/([a-z0-9]([-.a-z0-9]{0,251}[a-z0-9])?)$/;

/** `all`, `none`, or pods as `<namespace>/<name>` separated by commas. */
const podsParameter = z
  .string()
  .default('all')
  .transform((text, context) => {
    if (text === 'all' || text === 'none') return text;
    const names = [...new Set(text.split(',').map((name) => name.trim()))];
    const bad = names.find((name) => !podName.test(name));
    if (bad !== undefined) {
      context.addIssue({
        code: 'custom',
        message: `"${bad}" is no pod such as shop/catalog-v1-abc12, nor is it "all" or "none"`,
      });
      return z.NEVER;
    }
    return names;
  });

export const snapshotQuery = z.strictObject({
  /** Whose objects and metrics are kept; those of the mesh as a whole always are. */
  namespaces: namespacesParameter,
  /** The window of metrics, logs and traces; it ends now. */
  range: rangeParameter.prefault('1h'),
  /** Whose proxies are asked for all that they answer. */
  proxies: podsParameter,
  /** Whose logs are kept. */
  logs: podsParameter,
});
export type SnapshotQuery = z.output<typeof snapshotQuery>;
export type ChosenPods = SnapshotQuery['proxies'];
