import type { Setting, SettingValue } from '#lib/contract/mesh-configuration.ts';
import type { Json } from '#server/mesh/proxy/json/json.ts';
import { configMapLines } from './config-map-lines.ts';
import { flattenSettings, settingText } from './flatten-settings.ts';
import { type SettingDefault, settingDefaults } from './mesh-config-defaults.data.ts';

/** One revision's configuration: what istiod answers to `/debug/mesh`, and the text of its ConfigMap where it was read. */
export type RevisionConfiguration = {
  revision: string;
  rootNamespace: string;
  effective: unknown;
  configMapText: string | undefined;
};

/**
 * Every setting that Istio has or a revision sets, with its value in each and whether that is Istio's default. Settings
 * that istiod sets by itself without a word in the ConfigMap are told apart from those that it takes from there.
 */
export function meshSettings(configurations: readonly RevisionConfiguration[]): Setting[] {
  const read = configurations.map((configuration) => ({
    ...configuration,
    settings: flattenSettings(configuration.effective),
    lines: configMapLines(configuration.configMapText ?? ''),
  }));
  const known = new Map(settingDefaults.map((entry) => [entry.path, entry]));
  const paths = new Set([...known.keys(), ...read.flatMap(({ settings }) => [...settings.keys()])]);
  return [...paths].sort().map((path) => {
    const entry = known.get(path);
    const values = read.map((each) => settingValue(path, entry, each));
    const standard = defaultText(entry, configurations[0]);
    const isProvider = path.startsWith('extensionProviders[');
    const meaning = isProvider ? providerMeaning : entry?.meaning;
    return {
      path,
      ...(standard === undefined ? {} : { default: standard }),
      ...(meaning === undefined ? {} : { meaning }),
      ...(entry?.note === undefined ? {} : { note: entry.note }),
      isKnown: entry !== undefined || isProvider,
      isChanged: values.some(({ isChanged }) => isChanged),
      differs: new Set(values.map(({ value }) => value)).size > 1,
      values,
    };
  });
}

const providerMeaning =
  'What Telemetry and AuthorizationPolicy objects may name: for metrics, traces, logs or authorization.';

type Read = RevisionConfiguration & { settings: Map<string, Json>; lines: Map<string, number> };

function settingValue(path: string, entry: SettingDefault | undefined, read: Read): SettingValue {
  const { revision, settings, lines } = read;
  const standard = defaultText(entry, read);
  const set = settings.get(path);
  const unset = entry?.unwritten === undefined ? standard : settingText(entry.unwritten);
  const value = set === undefined ? unset : settingText(set);
  const line = lines.get(path);
  const isChanged = value !== standard;
  return {
    revision,
    ...(value === undefined ? {} : { value }),
    isChanged,
    source: line !== undefined ? 'configMap' : isChanged ? 'elsewhere' : 'default',
    ...(line === undefined ? {} : { line }),
  };
}

/** Two defaults follow the installation: its namespace, and its revision. */
function defaultText(
  entry: SettingDefault | undefined,
  configuration: Pick<RevisionConfiguration, 'revision' | 'rootNamespace'> | undefined,
): string | undefined {
  if (entry?.default === undefined) return undefined;
  const { revision = 'default', rootNamespace = 'istio-system' } = configuration ?? {};
  if (entry.path === 'defaultConfig.discoveryAddress')
    return `istiod${revision === 'default' ? '' : `-${revision}`}.${rootNamespace}.svc:15012`;
  return settingText(entry.default);
}
