export type MetricType = 'counter' | 'gauge' | 'histogram' | 'summary' | 'unknown';
export type MetricSample = { name: string; labels: Readonly<Record<string, string>>; value: number };
export type Exposition = {
  samples: MetricSample[];
  /** By the name of the family, as `# TYPE` says it. */
  types: ReadonlyMap<string, MetricType>;
  /** Lines that are neither samples nor comments, as they came. */
  unread: string[];
};

const sampleLine = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})?\s+(\S+)(?:\s+-?\d+(?:\.\d+)?)?(?:\s+#.*)?\s*$/s;
const typeLine = /^#\s*TYPE\s+(\S+)\s+(counter|gauge|histogram|summary)\s*$/;
const labelPart = /\s*([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)"\s*,?/gsy;

/**
 * Metrics in Prometheus' text format, of Envoy, pilot-agent, ztunnel or istiod.
 * Source: Prometheus' exposition formats (text 0.0.4, OpenMetrics 1.0).
 */
export function parseExposition(text: string): Exposition {
  const samples: MetricSample[] = [];
  const types = new Map<string, MetricType>();
  const unread: string[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('#')) readType(line, types);
    else if (line.trim() !== '') {
      const sample = readSample(line);
      if (sample === undefined) unread.push(line);
      else samples.push(sample);
    }
  }
  return { samples, types, unread };
}

function readType(line: string, types: Map<string, MetricType>): void {
  const [, name, word] = typeLine.exec(line) ?? [];
  if (name !== undefined && isType(word)) types.set(name, word);
}

function isType(word: string | undefined): word is MetricType {
  return word === 'counter' || word === 'gauge' || word === 'histogram' || word === 'summary';
}

function readSample(line: string): MetricSample | undefined {
  const [, name, labelText = '', valueText = ''] = sampleLine.exec(line) ?? [];
  const labels = readLabels(labelText);
  const value = numberOf(valueText);
  if (name === undefined || labels === undefined || value === undefined) return undefined;
  return { name, labels, value };
}

function readLabels(text: string): Record<string, string> | undefined {
  const labels: Record<string, string> = {};
  labelPart.lastIndex = 0;
  while (labelPart.lastIndex < text.length) {
    const [, name, value = ''] = labelPart.exec(text) ?? [];
    if (name === undefined) return undefined;
    labels[name] = value.replace(/\\(.)/gs, (_, letter: string) => (letter === 'n' ? '\n' : letter));
  }
  return labels;
}

const words: Record<string, number> = {
  '+Inf': Number.POSITIVE_INFINITY,
  Inf: Number.POSITIVE_INFINITY,
  '-Inf': Number.NEGATIVE_INFINITY,
  NaN: Number.NaN,
};

function numberOf(text: string): number | undefined {
  if (Object.hasOwn(words, text)) return words[text];
  const value = Number(text);
  return text === '' || Number.isNaN(value) ? undefined : value;
}
