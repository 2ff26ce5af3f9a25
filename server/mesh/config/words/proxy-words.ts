import { z } from 'zod';
import { counted, listed, words } from '../spec-words.ts';

const hosts = z.array(z.string()).default([]);
const sidecar = z.looseObject({
  egress: z.array(z.looseObject({ hosts })).optional(),
  ingress: z.array(z.looseObject({ port: z.looseObject({ number: z.number() }) })).optional(),
  outboundTrafficPolicy: z.looseObject({ mode: z.string().optional() }).optional(),
});
const envoyFilter = z.looseObject({
  configPatches: z.array(z.looseObject({ applyTo: z.string().default('?') })).default([]),
});
const proxyConfig = z.looseObject({
  concurrency: z.number().optional(),
  image: z.looseObject({ imageType: z.string().optional() }).optional(),
  environmentVariables: z.record(z.string(), z.string()).default({}),
});
const wasmPlugin = z.looseObject({ url: z.string().default('?'), phase: z.string().optional() });
const trafficExtension = z.looseObject({
  wasm: z.looseObject({ url: z.string().default('?') }).nullish(),
  lua: z.unknown().optional(),
  phase: z.string().optional(),
});

export const sidecarWords = words(sidecar, ({ egress, ingress = [], outboundTrafficPolicy }) => [
  ...(egress === undefined
    ? []
    : listed(
        'sees only',
        egress.flatMap((one) => one.hosts),
        'spec.egress',
      )),
  ...listed(
    'takes in ports',
    ingress.map(({ port }) => String(port.number)),
    'spec.ingress',
  ),
  ...(outboundTrafficPolicy?.mode === undefined
    ? []
    : [
        {
          text: `outbound traffic policy ${outboundTrafficPolicy.mode}`,
          path: 'spec.outboundTrafficPolicy.mode',
        },
      ]),
]);

export const envoyFilterWords = words(envoyFilter, ({ configPatches }) => [
  ...counted(configPatches.length, { one: 'patch', many: 'patches' }, 'spec.configPatches'),
  ...listed('of', [...new Set(configPatches.map(({ applyTo }) => applyTo))], 'spec.configPatches'),
]);

export const proxyConfigWords = words(proxyConfig, ({ concurrency, image, environmentVariables }) => [
  ...(concurrency === undefined
    ? []
    : [{ text: `proxy with ${concurrency || 'all'} worker threads`, path: 'spec.concurrency' }]),
  ...(image?.imageType === undefined
    ? []
    : [{ text: `proxy image ${image.imageType}`, path: 'spec.image.imageType' }]),
  ...listed('sets', Object.keys(environmentVariables), 'spec.environmentVariables'),
]);

export const wasmPluginWords = words(wasmPlugin, ({ url, phase }) => [
  { text: `runs ${url}`, path: 'spec.url' },
  ...listed('in phase', phase === undefined ? [] : [phase], 'spec.phase'),
]);

export const trafficExtensionWords = words(trafficExtension, ({ wasm, lua, phase }) => [
  ...(wasm === undefined || wasm === null ? [] : [{ text: `runs ${wasm.url}`, path: 'spec.wasm' }]),
  ...(lua === undefined || lua === null ? [] : [{ text: 'runs a Lua script', path: 'spec.lua' }]),
  ...listed('in phase', phase === undefined ? [] : [phase], 'spec.phase'),
]);
