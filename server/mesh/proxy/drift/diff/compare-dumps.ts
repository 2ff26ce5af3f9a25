import {
  type ComparedSection,
  type Comparison,
  comparedSections,
  type ResourceDifference,
} from '#lib/contract/drift.ts';
import type { DumpItem, ProxyDump } from '#server/mesh/proxy/dump/dump.ts';
import type { Json } from '#server/mesh/proxy/json/json.ts';
import { canonicalText } from './canonical-text.ts';
import { changesOf } from './changes-of.ts';
import type { ComparisonRules } from './comparison-rules.ts';
import { differenceLines } from './difference-lines.ts';
import { notesOf } from './notes-of.ts';
import type { Overlay } from './overlay.ts';
import { overlayOf } from './overlay-values.ts';

/** What one answer holds; more is counted. */
const limits = { differences: 200, changes: 100 };

/** A comparison before it is known whose dumps these are. */
export type DumpComparison = Omit<Comparison, 'left' | 'right' | 'leftOut'>;

/**
 * Compares the resources of two dumps by name: those that came from istiod and are in use. What an `error_state` holds or is
 * still warming is not in use, and noted.
 */
export function compareDumps(
  left: ProxyDump,
  right: ProxyDump,
  rules: ComparisonRules,
  mostDifferences = limits.differences,
): DumpComparison {
  const sections: DumpComparison['sections'] = [];
  const differences: ResourceDifference[] = [];
  for (const section of comparedSections) {
    const lefts = resourcesOf(left, section, rules);
    const rights = resourcesOf(right, section, rules);
    const all = [...new Set([...lefts.keys(), ...rights.keys()])].sort(inOrder);
    const names = all.filter((name) =>
      rules.isCompared({
        section,
        name,
        left: lefts.get(name),
        right: rights.get(name),
        dumps: { left, right },
      }),
    );
    const differing = names.flatMap((name) => {
      const found = differenceOf(
        { section, name, left: lefts.get(name), right: rights.get(name) },
        { right, rules },
      );
      return found === undefined ? [] : [found];
    });
    sections.push({ section, compared: names.length, differing: differing.length });
    differences.push(...differing);
  }
  return {
    sections,
    differences: differences.slice(0, mostDifferences),
    moreDifferences: Math.max(0, differences.length - mostDifferences),
  };
}

function resourcesOf(
  dump: ProxyDump,
  section: ComparedSection,
  rules: ComparisonRules,
): Map<string, DumpItem> {
  const items = dump.items[section].filter(({ state }) => state === 'active');
  return new Map(items.map((item) => [rules.nameOf(item.name, dump), item]));
}

const { compare: inOrder } = new Intl.Collator('en', { numeric: true });

type Two = {
  section: ComparedSection;
  name: string;
  left: DumpItem | undefined;
  right: DumpItem | undefined;
};

function differenceOf(
  { section, name, left, right }: Two,
  { right: dump, rules }: { right: ProxyDump; rules: ComparisonRules },
): ResourceDifference | undefined {
  const [one, other] = [left && rules.valueOf(left, 'left'), right && rules.valueOf(right, 'right')];
  if (one !== undefined && other !== undefined && canonicalText(one) === canonicalText(other))
    return undefined;
  const overlay = overlayBoth(one, other);
  const changes = one === undefined || other === undefined ? [] : changesOf(overlay);
  if (one !== undefined && other !== undefined && changes.length === 0) return undefined;
  const inOtherState = (state: DumpItem['state']) =>
    right === undefined
      ? dump.items[section].find((item) => item.name === name && item.state === state)
      : undefined;
  return {
    section,
    name,
    kind: one === undefined ? 'onlyRight' : other === undefined ? 'onlyLeft' : 'changed',
    changes: changes.slice(0, limits.changes),
    moreChanges: Math.max(0, changes.length - limits.changes),
    lines: differenceLines(overlay),
    notes: notesOf({
      changes,
      refused: inOtherState('rejected') ?? (right?.error === undefined ? undefined : right),
      warming: inOtherState('warming'),
    }),
  };
}

function overlayBoth(left: Json | undefined, right: Json | undefined): Overlay {
  return left !== undefined && right !== undefined
    ? overlayOf(left, right)
    : { kind: 'different', left, right };
}
