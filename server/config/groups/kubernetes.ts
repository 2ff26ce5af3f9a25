import { z } from 'zod';
import { setting } from '#server/config/setting.ts';
import { contexts } from '#server/config/values/contexts.ts';
import { text } from '#server/config/values/text.ts';

export const kubernetesSettings = {
  KUBECONFIG: setting(text.optional(), {
    path: 'kubernetes.kubeconfig',
    about: 'the cluster whose objects are read; several files are separated by `:`',
    defaultWords: '`~/.kube/config`, else the service account',
    names: 'files',
  }),
  KUBE_CONTEXT: setting(text.optional(), {
    path: 'kubernetes.context',
    about: 'a context of that file',
    defaultWords: 'the current one',
  }),
  KUBE_CONTEXTS: setting(contexts.optional(), {
    path: 'kubernetes.contexts',
    about:
      'further clusters of the mesh: contexts separated by `,`, or `cluster=context` with the name that Istio has for the cluster; in the file a list or a map; see [Several clusters](clusters.md)',
    defaultWords: 'none',
  }),
  VIGLA_REMOTE_SECRETS: setting(z.enum(['true', 'false']).default('false'), {
    path: 'kubernetes.remoteSecrets',
    about: "`true` reads the further clusters out of Istio's remote secrets in the root namespace",
  }),
};
