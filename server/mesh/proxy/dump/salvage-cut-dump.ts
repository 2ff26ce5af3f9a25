/** Brackets open around a resource of a dump: the dump, `configs`, one part, and the part's list. */
const resourceDepth = 4;

/**
 * The dump up to the last resource that came whole, closed where it was cut off. Undefined where no resource came whole,
 * or where the text is broken otherwise.
 */
export function salvageCutDump(text: string): unknown {
  const whole = wholeResources(text);
  if (whole === undefined) return undefined;
  try {
    return JSON.parse(whole);
  } catch {
    // Not cut, but no JSON at all: the caller says so.
    return undefined;
  }
}

function wholeResources(text: string): string | undefined {
  const open: string[] = [];
  let whole: string | undefined;
  let end = 0;
  for (const { 0: token, index } of text.matchAll(tokens)) {
    if (token === '{') open.push('}');
    else if (token === '[') open.push(']');
    else if (token === '}' || token === ']') {
      if (open.pop() !== token) return undefined;
      // What closes inside of an object at that depth is a piece of the bootstrap, not a resource.
      const isWhole = open.length < resourceDepth || (open.length === resourceDepth && open.at(-1) === ']');
      if (!isWhole || open.length === 0) continue;
      end = index + 1;
      whole = open.toReversed().join('');
    }
  }
  return whole === undefined ? undefined : text.slice(0, end) + whole;
}

/** Brackets outside of strings; a string that never ends swallows the rest. */
const tokens = /"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?$)|[{}[\]]/gs;
