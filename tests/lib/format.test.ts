import { expect, test } from 'vitest';
import { formatBytes, formatBytesPerSecond } from '#lib/format-bytes.ts';
import { formatCount, formatQuantity } from '#lib/format-count.ts';
import { formatMs, formatMsFigure } from '#lib/format-ms.ts';
import { formatFigure, formatNumber } from '#lib/format-number.ts';
import { formatLength, formatRelativeRange, formatSpan } from '#lib/format-range.ts';
import { formatRate, formatRateFigure } from '#lib/format-rate.ts';
import {
  formatConfiguredShare,
  formatShare,
  formatShareEstimate,
  formatShareFigure,
} from '#lib/format-share.ts';
import { formatAge, formatClock, formatDateTime } from '#lib/format-time.ts';

// Units stand behind a no-break space; plain spaces keep the tables below readable.
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test.each([
  [0, '0'],
  [0.004, '<0.01'],
  [0.41, '0.41'],
  [0.994, '0.99'],
  [0.996, '1.0'],
  [3.11, '3.1'],
  [87.2, '87.2'],
  [99.96, '100'],
  [1204.4, '1,204'],
  [Number.NaN, '–'],
])('the figure %d reads as %s', (value, text) => {
  expect(formatFigure(value)).toBe(text);
});

test.each([
  [12.34, '12.3 req/s'],
  [0, '0 req/s'],
  [0.05, '0.05 req/s'],
  [0.005, '0.30 req/min'],
  [0.000833, '3.0 req/h'],
  [undefined, '–'],
])('the rate %s reads as %s, rare traffic in larger units', (rate, text) => {
  expect(plain(formatRate(rate))).toBe(text);
});

test('a column of rates keeps one unit', () => {
  expect(formatRateFigure(0.000833)).toBe('<0.01');
  expect(formatRateFigure(undefined)).toBe('–');
});

test.each([
  [0.041, '4.1 %'],
  [0, '0 %'],
  [1, '100 %'],
  [0.0001, '<0.1 %'],
  [0.99999, '>99.9 %'],
  [0.9994, '99.9 %'],
  [undefined, '–'],
])('the share %s reads as %s and never rounds to nothing or everything', (share, text) => {
  expect(plain(formatShare(share))).toBe(text);
});

test('a configured share has no decimal that nobody wrote, an observed one has half of its interval', () => {
  expect([0, 0.25, 1 / 3, 1].map((share) => plain(formatConfiguredShare(share)))).toEqual([
    '0 %',
    '25 %',
    '33.3 %',
    '100 %',
  ]);
  expect(plain(formatShareEstimate({ share: 0.247, low: 0.236, high: 0.258 }))).toBe('24.7 % ± 1.1');
});

test('a column of shares keeps one decimal', () => {
  expect([0, 0.641, 1].map(formatShareFigure)).toEqual(['0.0', '64.1', '100.0']);
});

test.each([
  [0.4, '0.4 ms'],
  [0.02, '<0.1 ms'],
  [27, '27 ms'],
  [999.6, '1.0 s'],
  [1234, '1.2 s'],
  [59_960, '1 min 0 s'],
  [125_000, '2 min 5 s'],
  [undefined, '–'],
])('%s milliseconds read as %s', (milliseconds, text) => {
  expect(plain(formatMs(milliseconds))).toBe(text);
});

test('a column of milliseconds keeps its unit', () => {
  expect([8.25, 94, 1204].map(formatMsFigure)).toEqual(['8.3', '94', '1,204']);
});

test.each([
  [0, '0 B'],
  [512, '512 B'],
  [4100, '4.1 kB'],
  [22_000, '22 kB'],
  [999_600, '1.0 MB'],
  [3.2e15, '3.2 PB'],
  [4e18, '4,000 PB'],
])('%d bytes read as %s', (bytes, text) => {
  expect(plain(formatBytes(bytes))).toBe(text);
});

test('throughput is bytes each second', () => {
  expect(plain(formatBytesPerSecond(4100))).toBe('4.1 kB/s');
  expect(formatBytesPerSecond(undefined)).toBe('–');
});

test('counts have commas and agree with their noun', () => {
  expect(formatCount(1204)).toBe('1,204');
  expect(formatQuantity(1, 'namespace')).toBe('1 namespace');
  expect(formatQuantity(6, 'namespace')).toBe('6 namespaces');
  expect(formatQuantity(2, 'proxy', 'proxies')).toBe('2 proxies');
  expect(formatNumber(1204.55, 1)).toBe('1,204.6');
});

test.each([
  [2, 'just now'],
  [40, '40 s ago'],
  [200, '3 min ago'],
  [7300, '2 h ago'],
  [86_400, '1 day ago'],
  [200_000, '2 days ago'],
])('%d seconds are %s', (seconds, text) => {
  expect(plain(formatAge(seconds))).toBe(text);
});

test('times are written in the chosen zone', () => {
  const moment = { epochMs: Date.UTC(2026, 10, 21, 0, 8, 4), zone: 'utc' } as const;
  expect(formatClock(moment)).toBe('00:08');
  expect(formatDateTime(moment)).toBe('2026-11-21 00:08:04');
});

test.each([
  [90, '90 s'],
  [900, '15 min'],
  [86_400, '24 h'],
  [172_800, '2 days'],
])('a length of %d seconds is %s', (seconds, text) => {
  expect(plain(formatLength(seconds))).toBe(text);
});

test('a range is told by its length when it ends now, else by its ends', () => {
  expect(plain(formatRelativeRange({ from: 'now-15m', to: 'now' }) ?? '')).toBe('Last 15 min');
  expect(formatRelativeRange({ from: 'now-1h', to: 'now-30m' })).toBeUndefined();
  const fromMs = Date.UTC(2026, 10, 20, 23, 50);
  expect(formatSpan({ fromMs, toMs: fromMs + 300_000 }, 'utc')).toBe('23:50 – 23:55');
  expect(formatSpan({ fromMs, toMs: fromMs + 900_000 }, 'utc')).toBe('20 Nov 23:50 – 21 Nov 00:05');
});
