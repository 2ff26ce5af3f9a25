/** One step into a JSON document: a field or the place in a list. */
export type JsonStep = string | number;

const firstStep = /^(?:([^.[\]"]+)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\])/;
const nextStep = /^(?:\.([^.[\]"]+)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\])/;

/**
 * The steps of a path such as `configs[1].dynamic_listeners[3]["a.b"]`; none for the empty path, which is the whole
 * document. Undefined where the text is no path.
 */
export function parseJsonPath(text: string): JsonStep[] | undefined {
  const steps: JsonStep[] = [];
  let rest = text;
  while (rest !== '') {
    const [whole, field, place, quoted] = (steps.length === 0 ? firstStep : nextStep).exec(rest) ?? [];
    if (whole === undefined) return undefined;
    if (field !== undefined) steps.push(field);
    else if (place !== undefined) steps.push(Number(place));
    else steps.push(unquote(quoted ?? ''));
    rest = rest.slice(whole.length);
  }
  return steps;
}

function unquote(text: string): string {
  return text.replace(/\\(.)/gs, '$1');
}

/** The path of steps; fields that hold a dot, a bracket or a quote are quoted. */
export function formatJsonPath(steps: readonly JsonStep[]): string {
  return steps.reduce<string>(joinJsonPath, '');
}

/** A path and one step more. */
export function joinJsonPath(path: string, step: JsonStep): string {
  if (typeof step === 'number') return `${path}[${step}]`;
  if (step === '' || /[.[\]"\\]/.test(step)) return `${path}["${step.replace(/["\\]/g, '\\$&')}"]`;
  return path === '' ? step : `${path}.${step}`;
}

/** The same place in the words of jq: `.configs[1]["@type"]`. */
export function jqPath(steps: readonly JsonStep[]): string {
  const text = steps
    .map((step) => {
      if (typeof step === 'number') return `[${step}]`;
      return /^[A-Za-z_]\w*$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
    })
    .join('');
  return text.startsWith('.') ? text : `.${text}`;
}
