import type { AccessLog, LogLevel } from '#lib/contract/logs.ts';
import { levelOfAccess } from './access-log/level-of-access.ts';
import { fieldOfJson } from './json-field.ts';

/** The words that loggers write, in lower case, and the level that each stands for. */
const levelByWord: Readonly<Record<string, LogLevel>> = {
  fatal: 'error',
  panic: 'error',
  critical: 'error',
  crit: 'error',
  emerg: 'error',
  alert: 'error',
  severe: 'error',
  error: 'error',
  err: 'error',
  warning: 'warning',
  warn: 'warning',
  notice: 'info',
  info: 'info',
  information: 'info',
  debug: 'debug',
  trace: 'debug',
  fine: 'debug',
  verbose: 'debug',
};

/** glog and klog: `E1121 01:59:31.553300       1 reflector.go:1] …` */
const klog = /^([IWEF])\d{4} \d\d:\d\d:\d\d\.\d+ /;
const levelByKlog: Readonly<Record<string, LogLevel>> = { I: 'info', W: 'warning', E: 'error', F: 'error' };

/** A word at the place where loggers put the level, each with the word as its only group. */
const places: readonly RegExp[] = [
  // istiod and pilot-agent, which also write Envoy's lines so: `2026-11-21T01:59:31.553300Z<tab>info<tab>…`
  /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)[\t ]+\[?([A-Za-z]+)\b/,
  // Envoy: `[2026-11-21 01:59:31.553][15][warning][config] …`
  /^\[[^\]]{1,40}\]\[\d+\]\[([a-z]+)\]/,
  // logfmt: `time="…" level=warning msg=…`
  /(?:^|\s)(?:level|lvl|severity)="?([A-Za-z]+)/,
  // Go's slog and many more: a date and time, and the word behind it.
  /^\[?\d{4}[-/]\d\d[-/]\d\d[ T][\d:.,]+Z?\]?\s+(?:-\s+)?\[?([A-Za-z]+)\]?[\s:]/,
  /^\s*[[(<]([A-Za-z]+)[\])>]/,
  /^([A-Za-z]+):? /,
];

/** In capitals a word is a level wherever it stands, in small letters it may be part of a sentence. */
const shouted = /\b(FATAL|PANIC|CRITICAL|SEVERE|ERROR|ERR|WARNING|WARN|NOTICE|INFO|DEBUG|TRACE)\b/;
const told = /(?:exception\b|\btraceback \(most recent call last\)|\bpanic:|\berror:)/i;

/** Levels are looked for here only: a long line speaks of its level early. */
const lookedAt = 400;

/**
 * How serious a line is: an access line by its code, any other by the level that its logger wrote, in the forms of Istio,
 * Envoy, klog, JSON, logfmt and of common loggers; `unknown` where it says none.
 */
export function levelOf(text: string, access?: AccessLog): LogLevel {
  if (access !== undefined) return levelOfAccess(access);
  const start = text.slice(0, lookedAt);
  const letter = klog.exec(start)?.[1];
  if (letter !== undefined) return levelByKlog[letter] ?? 'unknown';
  if (text.startsWith('{')) return levelOfJson(text) ?? 'unknown';
  for (const place of places) {
    const level = levelByWord[place.exec(start)?.[1]?.toLowerCase() ?? ''];
    if (level !== undefined) return level;
  }
  const word = shouted.exec(start)?.[1];
  if (word !== undefined) return levelByWord[word.toLowerCase()] ?? 'unknown';
  return told.test(start) ? 'error' : 'unknown';
}

function levelOfJson(text: string): LogLevel | undefined {
  const value = fieldOfJson(text, ['level', 'severity', 'lvl', 'log.level', 'levelname', '@level']);
  return typeof value === 'number' ? levelOfNumber(value) : levelByWord[String(value).toLowerCase()];
}

/** pino and bunyan: 10 trace, 20 debug, 30 info, 40 warning, 50 error, 60 fatal. */
function levelOfNumber(value: number): LogLevel {
  if (value >= 50) return 'error';
  if (value >= 40) return 'warning';
  return value >= 30 ? 'info' : 'debug';
}
