import type { ComparedSection, ResourceDifference } from '#lib/contract/drift.ts';
import { formatQuantity } from '#lib/format-count.ts';
import type { ComparedSides } from './compared-sides.ts';

const sectionNouns: Record<ComparedSection, readonly [string, string]> = {
  clusters: ['cluster', 'clusters'],
  listeners: ['listener', 'listeners'],
  routes: ['route table', 'route tables'],
  endpoints: ['list of endpoints', 'lists of endpoints'],
  ecds: ['filter', 'filters'],
};

export const words = {
  findings: 'Findings',
  noFindings: 'No drift is found.',
  undecided: 'Could not be judged',
  content: 'istiod and Envoy, resource by resource',
  same: 'Everything is the same',
  sameText: ({ own, other }: ComparedSides) =>
    `Every resource that was compared is the same in ${other.name} and in ${own.name}.`,
  nothing: 'Nothing to compare',
  nothingText: 'Neither side has any resource that came from istiod.',
  compared: 'Compared',
  allSame: 'same',
  differ: (count: number) => (count === 1 ? '1 differs' : `${count} differ`),
  noun: (section: ComparedSection, count: number) => {
    const [one, many] = sectionNouns[section];
    return formatQuantity(count, one, many);
  },
  sectionOne: (section: ComparedSection) => sectionNouns[section][0],
  kinds: {
    onlyLeft: ({ other }) => `only in ${other.name}`,
    onlyRight: ({ own }) => `only in ${own.name}`,
    changed: () => 'differs',
  } satisfies Record<ResourceDifference['kind'], (sides: ComparedSides) => string>,
  fieldsDiffer: (count: number) => (count === 1 ? '1 field differs' : `${count} fields differ`),
  paths: 'Fields that differ',
  path: 'Path',
  thisProxy: 'this proxy',
  thisProxyTitle: 'This proxy',
  missing: '(nothing)',
  moreFields: (count: number) => `And ${formatQuantity(count, 'more field', 'more fields')}.`,
  moreDifferences: (count: number) =>
    `And ${formatQuantity(count, 'more resource', 'more resources')} that differ.`,
  leftOut: 'Not compared',
  lines: 'Lines',
  unified: 'One column',
  split: 'Side by side',
  legend: ({ own, other }: ComparedSides) => `− ${own.name}, + ${other.name}`,
  compareWith: 'Compare with',
  otherPod: 'Another pod',
  choosePod: 'Choose a pod',
  searchPod: 'Pod or namespace',
  earlier: 'An earlier dump',
  chooseFile: 'Choose a file',
  earlierText:
    'A dump of this proxy that was saved before: the download of the Raw tab, or istioctl proxy-config all -o json. It is compared and not kept.',
  chooseTitle: 'Choose what to compare with',
  chooseText:
    'Another pod of the same workload should have the same configuration; an earlier dump shows what changed since.',
  tooLarge: 'The file is larger than 64 MB.',
  comparing: 'Comparing …',
  why: (drift: string) => `Why: ${drift}`,
  more: (count: number) => `and ${formatQuantity(count, 'more finding', 'more findings')}`,
  show: 'Show the difference',
  copyCommand: 'command',
} as const;
