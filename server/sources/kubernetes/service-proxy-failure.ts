import { type ErrorCode, ViglaError } from '#server/errors.ts';
import type { ServicePlace } from '#server/sources/observed/service-place.ts';

type Refused = { place: ServicePlace; status: number; said: string; isPosted: boolean };

/** Why the API server did not reach a Service, and what to do about it. */
export function proxyFailure({ place, status, said, isPosted }: Refused): ViglaError {
  const name = `${place.namespace}/${place.service}`;
  const verb = isPosted ? 'create' : 'get';
  const [code, words] = byStatus[status]?.({ name, namespace: place.namespace, verb }) ?? [
    'source_failed',
    `The Kubernetes API does not pass questions on to Service ${name} (${status})`,
  ];
  return new ViglaError(code, `${words}: ${said.replace(/\.$/, '')}.`);
}

type Asked = { name: string; namespace: string; verb: string };

const away = ({ name }: Asked): [ErrorCode, string] => [
  'source_unreachable',
  `The Kubernetes API does not reach Service ${name}`,
];

const byStatus: Readonly<Record<number, (asked: Asked) => [ErrorCode, string]>> = {
  401: () => ['source_failed', "The Kubernetes API does not take Vigla's credentials any more"],
  403: ({ namespace, verb }) => [
    'forbidden',
    `Vigla's account lacks the verb ${verb} on services/proxy in the namespace ${namespace}`,
  ],
  404: ({ name }) => ['source_unreachable', `Service ${name} is gone`],
  429: away,
  500: away,
  502: away,
  503: away,
  504: away,
};
