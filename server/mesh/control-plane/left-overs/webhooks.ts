import { istioWebhooks } from '../istio-webhooks.ts';
import { controlPlaneKinds, type LeftOverFinder } from './left-over-finder.ts';

/** Injection webhooks that can inject nothing: their Service is gone, their revision is, or they were switched off. */
export const injectionWebhooks: LeftOverFinder = {
  needs: controlPlaneKinds,
  find: ({ objects, revisions }) =>
    istioWebhooks(objects.MutatingWebhookConfiguration).flatMap(
      ({ name, revision, tag, service, isDeactivated }) => {
        const isServiceGone =
          service !== undefined &&
          !objects.Service.some(
            ({ metadata }) => metadata.namespace === service.namespace && metadata.name === service.name,
          );
        const why = isDeactivated
          ? 'It was deactivated (its selectors ask for istio.io/deactivated) and matches no namespace.'
          : isServiceGone
            ? `It calls Service ${service.namespace}/${service.name}, which does not exist: pods that it matches cannot start.`
            : !revisions.has(revision)
              ? `It stands for revision ${revision}, of which no istiod runs.`
              : undefined;
        if (why === undefined) return [];
        return [
          {
            title:
              tag === undefined
                ? 'Injection webhook without a control plane'
                : `Tag ${tag} that leads nowhere`,
            object: { kind: 'MutatingWebhookConfiguration', namespace: '', name },
            why,
            command:
              tag === undefined
                ? `kubectl delete mutatingwebhookconfiguration ${name}`
                : `istioctl tag remove ${tag}`,
          },
        ];
      },
    ),
};
