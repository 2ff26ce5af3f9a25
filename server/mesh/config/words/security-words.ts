import { z } from 'zod';
import { words } from '../spec-words.ts';

const mode = z.looseObject({ mode: z.string().default('UNSET') });
const peerAuthentication = z.looseObject({
  mtls: mode.optional(),
  portLevelMtls: z.record(z.string(), mode).default({}),
});
const requestAuthentication = z.looseObject({
  jwtRules: z.array(z.looseObject({ issuer: z.string().default('any issuer') })).default([]),
});

export const peerAuthenticationWords = words(peerAuthentication, ({ mtls, portLevelMtls }) => [
  { text: `mutual TLS ${mtls?.mode ?? 'UNSET'}`, path: 'spec.mtls.mode' },
  ...Object.entries(portLevelMtls).map(([port, own]) => ({
    text: `port ${port}: ${own.mode}`,
    path: `spec.portLevelMtls.${port}`,
  })),
]);

export const requestAuthenticationWords = words(requestAuthentication, ({ jwtRules }) =>
  jwtRules.map(({ issuer }, index) => ({
    text: `checks tokens of ${issuer}`,
    path: `spec.jwtRules[${index}]`,
  })),
);
