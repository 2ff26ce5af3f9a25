import { controlPlaneKinds, type LeftOverFinder } from './left-over-finder.ts';

/** What marks the mesh configuration and the injector's, among the many ConfigMaps whose names begin alike. */
const contents = [
  { name: /^istio(?:-(.+))?$/, key: 'mesh' },
  { name: /^istio-sidecar-injector(?:-(.+))?$/, key: 'values' },
];

/**
 * ConfigMaps of revisions that are gone. Only those that Vigla may read are seen: it asks for them by the names of the
 * revisions that run, so on a live cluster others stay unseen.
 */
export const revisionConfigMaps: LeftOverFinder = {
  needs: [...controlPlaneKinds, 'ConfigMap'],
  find: ({ objects, revisions, rootNamespace }) =>
    objects.ConfigMap.flatMap(({ metadata: { namespace = '', name, labels }, data = {} }) => {
      const content = contents.find((each) => each.name.test(name) && Object.hasOwn(data, each.key));
      const revision = labels['istio.io/rev'] ?? content?.name.exec(name)?.[1] ?? 'default';
      if (namespace !== rootNamespace || content === undefined || revisions.has(revision)) return [];
      return [
        {
          title: 'Configuration of a revision that is gone',
          object: { kind: 'ConfigMap', namespace, name },
          why: `It configures revision ${revision}, of which no istiod runs.`,
          command: `kubectl delete configmap -n ${namespace} ${name}`,
        },
      ];
    }),
};

/** Services of istiods that are gone: proxies that were told their address wait in vain. */
export const istiodServices: LeftOverFinder = {
  needs: controlPlaneKinds,
  find: ({ objects, revisions }) =>
    objects.Service.flatMap(({ metadata: { namespace = '', name, labels }, spec }) => {
      const revision = labels['istio.io/rev'] ?? 'default';
      if (labels.app !== 'istiod' || spec.selector === undefined || revisions.has(revision)) return [];
      return [
        {
          title: 'Service of a control plane that is gone',
          object: { kind: 'Service', namespace, name },
          why: `It leads to istiod of revision ${revision}, of which no pod and no Deployment exists.`,
          command: `kubectl delete service -n ${namespace} ${name}`,
        },
      ];
    }),
};
