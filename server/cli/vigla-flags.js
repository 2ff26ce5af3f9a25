import { parseArgs } from 'node:util';

/**
 * Every flag of the `vigla` command: the variable that it sets, to its value or to `sets`.
 * @type {Record<string, { value?: string, variable?: string, sets?: string, about: string }>}
 */
const flags = {
  context: { value: 'NAME', variable: 'KUBE_CONTEXT', about: 'a context of the kubeconfig' },
  kubeconfig: { value: 'FILE', variable: 'KUBECONFIG', about: 'the kubeconfig, else ~/.kube/config' },
  config: { value: 'FILE', variable: 'VIGLA_CONFIG', about: 'settings as YAML, beside the environment' },
  snapshot: {
    value: 'FILE',
    variable: 'VIGLA_SNAPSHOT',
    about: 'a file of /api/snapshot; needs no cluster',
  },
  before: {
    value: 'FILE',
    variable: 'VIGLA_SNAPSHOT_BEFORE',
    about: 'an earlier file of /api/snapshot, to compare with',
  },
  port: { value: 'PORT', variable: 'PORT', about: 'where to listen, else 3000; 0 takes a free one' },
  host: { value: 'ADDRESS', variable: 'HOST', about: 'where to listen, else 127.0.0.1' },
  'base-path': {
    value: 'PATH',
    variable: 'VIGLA_BASE_PATH',
    about: 'served below it, e.g. /vigla behind a proxy',
  },
  demo: { variable: 'VIGLA_MODE', sets: 'demo', about: 'a recorded mesh; needs no cluster' },
  help: { about: 'this text' },
  version: { about: "Vigla's version" },
};

/**
 * What a command line asks for: variables to set, or only `help` or `version`.
 * @param {readonly string[]} args
 * @returns {{ environment: Record<string, string> } | { asks: 'help' | 'version' } | { problem: string }}
 */
export function readFlags(args) {
  let values;
  try {
    const options = Object.fromEntries(
      Object.entries(flags).map(([name, { value }]) => [name, { type: value ? 'string' : 'boolean' }]),
    );
    ({ values } = parseArgs({ args, options, strict: true, allowPositionals: false }));
  } catch (error) {
    return { problem: error.message.split(/\.\s|\n/)[0] };
  }
  if (values.help) return { asks: 'help' };
  if (values.version) return { asks: 'version' };
  const empty = Object.keys(values).find((name) => values[name] === '');
  if (empty !== undefined) return { problem: `--${empty} needs a value` };
  return {
    environment: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [flags[name].variable, flags[name].sets ?? value]),
    ),
  };
}

export function helpText() {
  const lines = Object.entries(flags).map(([name, { value, about }]) => {
    const flag = value ? `--${name} ${value}` : `--${name}`;
    return `  ${flag.padEnd(20)} ${about}`;
  });
  return `Usage: vigla [flags]

Shows the Istio mesh of the current Kubernetes context in the browser.

${lines.join('\n')}

Flags win over the environment. All settings: docs/configuration.md`;
}
