import type { InjectedSetting } from '#lib/contract/injection.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import { iptablesFlags } from './iptables-flags.ts';

type Container = ObjectOf<'Pod'>['spec']['initContainers'][number];

/**
 * How the traffic of an injected pod is led to its proxy, from the arguments of the container that set it up (or, with
 * Istio's CNI plugin, checked it). Arguments that are not known here are listed as they stand.
 */
export function redirectionSettings({ spec }: ObjectOf<'Pod'>): InjectedSetting[] {
  const container = spec.initContainers.find(
    ({ name }) => name === 'istio-init' || name === 'istio-validation',
  );
  if (container === undefined) return [];
  const pairs = pairsOf(container.args ?? []);
  const known = iptablesFlags.flatMap(({ title, spellings, usual, words }) => {
    const pair = pairs.find(({ flag }) => spellings.includes(flag));
    if (pair === undefined) return [];
    const { value } = pair;
    return [
      {
        title,
        value: value === '' ? 'none' : value,
        text: words(value),
        isChanged: usual !== undefined && value !== usual,
        evidence: evidenceOf(container, pair),
      },
    ];
  });
  const spelled = iptablesFlags.flatMap(({ spellings }) => spellings);
  const others = pairs.filter(({ flag }) => !spelled.includes(flag) && flag !== '--log_output_level');
  return [wayOf(container), ...known, ...others.map((pair) => otherSetting(container, pair))];
}

function wayOf({ name }: Container): InjectedSetting {
  const isCni = name === 'istio-validation';
  return {
    title: 'Set up by',
    value: isCni ? "Istio's CNI plugin" : 'istio-init',
    text: isCni
      ? 'The plugin on the node wrote the rules; istio-validation checks that they are there.'
      : 'The init container writes the rules before the application starts.',
    isChanged: false,
    evidence: `initContainers: ${name}`,
  };
}

type Pair = { flag: string; value: string };

/** `-p 15001`, `--envoy-port=15001` and flags that stand alone. */
function pairsOf(args: readonly string[]): Pair[] {
  const pairs: Pair[] = [];
  for (const [index, argument] of args.entries()) {
    if (!argument.startsWith('-')) continue;
    const equals = argument.indexOf('=');
    const next = args[index + 1];
    if (equals > 0) pairs.push({ flag: argument.slice(0, equals), value: argument.slice(equals + 1) });
    else pairs.push({ flag: argument, value: next === undefined || next.startsWith('-') ? '' : next });
  }
  return pairs;
}

function otherSetting(container: Container, pair: Pair): InjectedSetting {
  return {
    title: pair.flag,
    value: pair.value === '' ? 'set' : pair.value,
    isChanged: true,
    evidence: evidenceOf(container, pair),
  };
}

function evidenceOf({ name }: Container, { flag, value }: Pair): string {
  return `${name}: ${flag} ${value === '' ? "''" : value}`;
}
