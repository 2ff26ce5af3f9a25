/** One condition of a label selector, as Kubernetes writes them. */
export type LabelCondition =
  | { key: string; operator: 'exists' }
  | { key: string; operator: 'absent' }
  | { key: string; operator: 'in' | 'notIn'; values: readonly string[] };

export type LabelSelector = { conditions: LabelCondition[] } | { problem: string };

const key = '[A-Za-z0-9](?:[-A-Za-z0-9_./]*[A-Za-z0-9])?';
const value = '[-A-Za-z0-9_.]*';
const forms: readonly {
  pattern: RegExp;
  read: (key: string, rest: string) => LabelCondition;
}[] = [
  {
    pattern: new RegExp(`^(${key})\\s*!=\\s*(${value})$`),
    read: (name, text) => ({ key: name, operator: 'notIn', values: [text] }),
  },
  {
    pattern: new RegExp(`^(${key})\\s*==?\\s*(${value})$`),
    read: (name, text) => ({ key: name, operator: 'in', values: [text] }),
  },
  {
    pattern: new RegExp(`^(${key})\\s+in\\s*\\(([^()]*)\\)$`),
    read: (name, list) => ({ key: name, operator: 'in', values: valuesOf(list) }),
  },
  {
    pattern: new RegExp(`^(${key})\\s+notin\\s*\\(([^()]*)\\)$`),
    read: (name, list) => ({ key: name, operator: 'notIn', values: valuesOf(list) }),
  },
  { pattern: new RegExp(`^(${key})$`), read: (name) => ({ key: name, operator: 'exists' }) },
  { pattern: new RegExp(`^!\\s*(${key})$`), read: (name) => ({ key: name, operator: 'absent' }) },
];

/**
 * Reads a selector in Kubernetes' grammar: `app=reviews,version!=v1,env in (a,b),tier,!legacy`. Empty text selects
 * everything; what is not understood comes back as a sentence.
 */
export function parseLabelSelector(text: string): LabelSelector {
  const conditions: LabelCondition[] = [];
  for (const part of partsOf(text)) {
    const condition = conditionOf(part);
    if (condition === undefined)
      return {
        problem: `“${part}” is not understood; write it like app=reviews, version!=v1 or tier in (a,b)`,
      };
    conditions.push(condition);
  }
  return { conditions };
}

/** Whether labels meet every condition. As in Kubernetes, `!=` and `notin` are also met where the label is absent. */
export function matchesLabels(
  labels: Readonly<Record<string, string>>,
  conditions: readonly LabelCondition[],
): boolean {
  return conditions.every((condition) => {
    const label = labels[condition.key];
    if (condition.operator === 'exists') return label !== undefined;
    if (condition.operator === 'absent') return label === undefined;
    const isListed = label !== undefined && condition.values.includes(label);
    return condition.operator === 'in' ? isListed : !isListed;
  });
}

function conditionOf(part: string): LabelCondition | undefined {
  for (const { pattern, read } of forms) {
    const match = pattern.exec(part);
    if (match !== null) return read(match[1] ?? '', match[2] ?? '');
  }
  return undefined;
}

/** Commas separate, but not those within parentheses. */
function partsOf(text: string): string[] {
  return text
    .split(/,(?![^()]*\))/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function valuesOf(list: string): string[] {
  return list.split(',').map((part) => part.trim());
}
