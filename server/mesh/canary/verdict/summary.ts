import type { ComparedVersions } from '#lib/contract/canary-comparison.ts';
import { formatShareFigure } from '#lib/format-share.ts';
import type { Split } from '../split.ts';
import type { JudgedSplit } from './judge-split.ts';
import type { JudgedSource } from './judged-source.ts';

/** One to three sentences: who disagrees and how, how many agree, what the versions differ in. */
export function summaryOf(judged: JudgedSplit, split: Split, compared?: ComparedVersions): string {
  return [sourcesSentence(judged, split), ...versionsSentences(compared)].join(' ');
}

function sourcesSentence({ sources, all }: JudgedSplit, split: Split): string {
  const by = (status: JudgedSource['status']) => sources.filter((source) => source.status === status);
  if (sources.length === 0) return 'No requests were counted in this time, so nothing can be judged.';
  const bad = by('mismatch');
  const rest = [
    counted(by('consistent').length, 'is consistent', 'are consistent'),
    counted(by('minor').length, 'differs slightly', 'differ slightly'),
    counted(
      by('mixed').length,
      'is mixed with other rules’ requests',
      'are mixed with other rules’ requests',
    ),
    counted(by('insufficient').length, 'has too few requests', 'have too few requests'),
  ].filter((text) => text !== '');
  const restText = rest.length === 0 ? '' : ` ${joined(rest)}.`;
  if (bad.length === 0) {
    const only = sources.length === 1 ? `Its only caller, ${sources[0]?.workload},` : undefined;
    if (only !== undefined) return `${only} ${rest.join('').replace(/^One /, '')}.`;
    const together =
      by('consistent').length === 0 && all.status === 'consistent' ? ' Together they are consistent.' : '';
    return `Of ${numberWord(sources.length)} sources ${lowered(joined(rest))}.${together}`;
  }
  const names = bad.map((source) => `${source.workload} splits ${splitText(source, split)}`);
  const head =
    sources.length === 1
      ? `Its only caller disagrees: ${names[0]}.`
      : `${capital(numberWord(bad.length))} of ${numberWord(sources.length)} sources ${bad.length === 1 ? 'disagrees' : 'disagree'}: ${names.join(', ')}.`;
  return `${head}${restText}`;
}

/** `50.5 / 49.5` where `75 / 25` is configured. */
function splitText({ versions }: JudgedSource, split: Split): string {
  const text = versions.map(({ estimate }) => formatShareFigure(estimate?.share)).join(' / ');
  const configured = split.versions.map(({ share }) => formatShareFigure(share)).join(' / ');
  return `${text} instead of ${configured}`;
}

function versionsSentences(compared: ComparedVersions | undefined): string[] {
  const others = compared?.versions.filter(({ isBaseline }) => !isBaseline) ?? [];
  const worse = others.flatMap(({ name, errors, proxyErrors, tail, body }) => [
    ...(errors?.status === 'worse' ? [`${name} fails more often`] : []),
    ...(proxyErrors?.status === 'worse' ? [`proxies fail more often to reach ${name}`] : []),
    ...(tail?.status === 'worse' ? [`${name} is slower`] : []),
    ...(tail?.status !== 'worse' && body?.status === 'worse' ? [`${name} tends to take longer`] : []),
  ]);
  if (worse.length > 0) return [`${worse.join(', ')}.`];
  const isEqual = others.length > 0 && others.every(({ errors }) => errors?.status === 'equal');
  return isEqual ? ['Versions do not differ in errors.'] : [];
}

function counted(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${capital(numberWord(count))} ${count === 1 ? one : many}`;
}

function joined(parts: readonly string[]): string {
  return parts.map((part, index) => (index === 0 ? part : lowered(part))).join(', ');
}

const words = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
function numberWord(count: number): string {
  return words[count] ?? String(count);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Only words that `numberWord` began: names of workloads stay as they are. */
function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
