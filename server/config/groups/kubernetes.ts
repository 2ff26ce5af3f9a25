import { setting } from '#server/config/setting.ts';
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
};
