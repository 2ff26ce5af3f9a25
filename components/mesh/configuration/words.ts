import type { SettingValue } from '#lib/contract/mesh-configuration.ts';

export const words = {
  settings: 'settings',
  setting: 'Setting',
  value: 'Value',
  revision: (name: string) => `Value in ${name}`,
  inRevision: (name: string) => `In ${name}`,
  default: 'Default',
  changed: 'Changed',
  isChanged: 'changed',
  differs: 'differs between revisions',
  meaning: 'What it decides',
  source: 'Source',
  sources: {
    configMap: 'ConfigMap',
    default: 'default',
    elsewhere: 'set by istiod itself',
  } satisfies Record<SettingValue['source'], string>,
  line: (line: number) => `line ${line}`,
  unset: 'not set',
  unknownSetting: 'Vigla does not know this setting, so its default is not known.',
  onlyChanged: 'Changed only',
  summary: (changed: number, all: number) => `${changed} of ${all} settings differ from Istio’s default.`,
  from: (revision: string, replica: string) => `Revision ${revision}, as ${replica} has it in force`,
  overrides: (count: number) =>
    `${count} ${count === 1 ? 'pod overrides' : 'pods override'} parts of defaultConfig by the annotation proxy.istio.io/config`,
  noOverrides: 'No pod overrides defaultConfig by an annotation of its own.',
  sets: (keys: string) => `sets ${keys}`,
  empty: 'No mesh configuration',
  emptyText: 'No istiod said what it has in force.',
  noneChanged: 'Nothing differs from Istio’s defaults',
  noneChangedText: 'Switch “Changed only” off to see every setting.',
} as const;
