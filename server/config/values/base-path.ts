import { z } from 'zod';

const form = /^(\/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+$/;

/** What the first part of a path may not be, since it could not be told from a path of Vigla itself. */
export const ownParts: readonly string[] = [
  '_next',
  'api',
  'applications',
  'auth',
  'canaries',
  'compare',
  'config',
  'demo',
  'graph',
  'healthz',
  'icon.svg',
  'mesh',
  'metrics',
  'namespaces',
  'overview',
  'proxies',
  'readyz',
  'services',
  'traces',
  'workloads',
];

/** A path such as `/vigla` or `/tools/vigla`. */
export const basePath = z.string().superRefine((path, context) => {
  const [, first = ''] = path.split('/');
  if (!form.test(path))
    context.addIssue({
      code: 'custom',
      message: 'must be a path such as /vigla or /tools/vigla, without a slash at its end',
    });
  else if (ownParts.includes(first))
    context.addIssue({ code: 'custom', message: `/${first} is a path of Vigla itself; choose another one` });
});
