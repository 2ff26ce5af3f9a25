import { parse, stringify } from 'yaml';
import { z } from 'zod';
import type { Injected, InjectedSetting } from '#lib/contract/injection.ts';
import { isObject } from '#lib/json/json.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import { redact } from '#lib/redact/redact.ts';
import { redactText } from '#lib/redact/redact-text.ts';
import { redirectionSettings } from './redirection-settings.ts';

const names = z
  .array(z.string())
  .nullish()
  .transform((list) => list ?? []);
const statusSchema = z.looseObject({
  initContainers: names,
  containers: names,
  volumes: names,
  revision: z.string().optional(),
});

type Pod = ObjectOf<'Pod'>;
type Container = Pod['spec']['containers'][number];

/** What the injector put into a pod; undefined for a pod that it did not touch. */
export function injectedPartsOf(pod: Pod): Injected | undefined {
  const origin = injectedBy(pod);
  if (origin === undefined) return undefined;
  const proxy = proxyOf(pod);
  const status = statusOf(pod.metadata.annotations['sidecar.istio.io/status']);
  return {
    ...origin,
    image: proxy?.image,
    containers: status?.containers ?? [],
    initContainers: status?.initContainers ?? [],
    volumes: status?.volumes ?? [],
    redirection: redirectionSettings(pod),
    proxy: proxy === undefined ? [] : proxySettings(pod, proxy),
  };
}

/** As what the proxy was put into a pod, and by which revision; undefined for a pod that the injector did not touch. */
export function injectedBy(pod: Pod): Pick<Injected, 'how' | 'revision'> | undefined {
  const { annotations } = pod.metadata;
  const proxy = proxyOf(pod);
  const status = statusOf(annotations['sidecar.istio.io/status']);
  if (proxy === undefined && status === undefined) return undefined;
  return { how: howOf(pod, proxy), revision: status?.revision ?? annotations['istio.io/rev'] };
}

/** In older versions an ordinary container, since 1.27 mostly an init container that keeps running. */
export function proxyOf({ spec }: Pod): Container | undefined {
  return [...spec.initContainers, ...spec.containers].find(({ name }) => name === 'istio-proxy');
}

/** `sidecar.istio.io/status`; undefined when it is not there or is no JSON. */
function statusOf(text: string | undefined): z.output<typeof statusSchema> | undefined {
  if (text === undefined) return undefined;
  try {
    return statusSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function howOf({ spec }: Pod, proxy: Container | undefined): Injected['how'] {
  if (proxy === undefined || proxy.args?.includes('sidecar') === false) {
    return proxy?.args?.includes('router') === true ? 'gateway' : 'proxyless';
  }
  return spec.initContainers.includes(proxy) ? 'nativeSidecar' : 'container';
}

/** Some annotations are settings in YAML or JSON, environments of the proxy among them; a text without secrets stays as it is. */
function withoutSecrets(text: string): string {
  const value = yamlOf(text);
  const kept = isObject(value) ? redact(value) : value;
  return kept === value ? redactText(text) : stringify(kept).trim();
}

function yamlOf(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

/** Annotations of Istio on a pod that change what is injected or how the proxy behaves, each with what it does. */
const annotationWords: Readonly<Record<string, string>> = {
  'proxy.istio.io/config': 'Settings of this proxy alone, laid over the mesh configuration.',
  'proxy.istio.io/overrides': 'Fields of the injected containers that were set by hand.',
  'sidecar.istio.io/proxyImage': 'Another image of the proxy than the revision would give it.',
  'sidecar.istio.io/proxyCPU': 'CPU asked for by the proxy.',
  'sidecar.istio.io/proxyMemory': 'Memory asked for by the proxy.',
  'sidecar.istio.io/proxyCPULimit': 'Most CPU that the proxy may use.',
  'sidecar.istio.io/proxyMemoryLimit': 'Most memory that the proxy may use.',
  'sidecar.istio.io/nativeSidecar': 'Whether the proxy runs as a native sidecar.',
  'sidecar.istio.io/interceptionMode': 'How connections are led to the proxy.',
  'sidecar.istio.io/logLevel': 'Level of the proxy’s own log.',
  'sidecar.istio.io/bootstrapOverride': 'A ConfigMap that replaces parts of the proxy’s bootstrap.',
  'inject.istio.io/templates': 'Templates that were laid over the pod instead of the usual ones.',
  'traffic.sidecar.istio.io/includeInboundPorts': 'Inbound ports that go through the proxy.',
  'traffic.sidecar.istio.io/excludeInboundPorts': 'Inbound ports that pass by the proxy.',
  'traffic.sidecar.istio.io/includeOutboundPorts': 'Outbound ports that go through the proxy.',
  'traffic.sidecar.istio.io/excludeOutboundPorts': 'Outbound ports that pass by the proxy.',
  'traffic.sidecar.istio.io/includeOutboundIPRanges': 'Outbound addresses that go through the proxy.',
  'traffic.sidecar.istio.io/excludeOutboundIPRanges': 'Outbound addresses that pass by the proxy.',
  'traffic.sidecar.istio.io/excludeInterfaces': 'Interfaces whose traffic passes by the proxy.',
};

function proxySettings({ metadata }: Pod, proxy: Container): InjectedSetting[] {
  const own = Object.entries(metadata.annotations).flatMap(([key, value]) => {
    const text = annotationWords[key];
    return text === undefined
      ? []
      : [
          {
            title: key,
            value: withoutSecrets(value),
            text,
            isChanged: true,
            evidence: `annotation ${key}`,
          },
        ];
  });
  const image = {
    title: 'Image',
    value: proxy.image ?? '(not named)',
    isChanged: false,
    evidence: 'istio-proxy: image',
  };
  return [image, ...own];
}
