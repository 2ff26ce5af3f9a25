'use client';

import { createContext, useContext, useSyncExternalStore } from 'react';
import { parseTheme, type Theme, themeCookieText } from '#lib/theme.ts';

/** The theme that the server read from the cookie and painted with. */
export const InitialThemeContext = createContext<Theme>('system');

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function changeTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  // The Cookie Store API would need TLS, and Vigla is often reached through a port-forward.
  Object.assign(document, { cookie: themeCookieText(theme) });
  for (const listener of listeners) listener();
}

export function useTheme(): Theme {
  const initial = useContext(InitialThemeContext);
  return useSyncExternalStore(
    subscribe,
    () => parseTheme(document.documentElement.dataset.theme),
    () => initial,
  );
}
