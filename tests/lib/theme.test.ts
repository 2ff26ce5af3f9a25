import { expect, test } from 'vitest';
import { parseTheme, themeCookieText } from '#lib/theme.ts';

test('only the known themes are taken from a cookie', () => {
  expect([parseTheme('dark'), parseTheme('light'), parseTheme('neon'), parseTheme(undefined)]).toEqual([
    'dark',
    'light',
    'system',
    'system',
  ]);
});

test('following the system forgets the cookie', () => {
  expect(themeCookieText('dark')).toBe('vigla-theme=dark; path=/; max-age=31536000; samesite=lax');
  expect(themeCookieText('system')).toBe('vigla-theme=system; path=/; max-age=0; samesite=lax');
});
