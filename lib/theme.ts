import { belowBasePath } from './base-path.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** A cookie, because the server must know the choice to send the first paint in the right colours. */
export const themeCookie = 'vigla-theme';

/** The theme that a cookie's value means; anything else follows the system. */
export function parseTheme(text: string | undefined): Theme {
  return themes.find((theme) => theme === text) ?? 'system';
}

/** The text for `document.cookie`; `system` deletes it. Kept for a year. */
export function themeCookieText(theme: Theme): string {
  const age = theme === 'system' ? 0 : 365 * 86_400;
  return `${themeCookie}=${theme}; path=${belowBasePath('/')}; max-age=${age}; samesite=lax`;
}
