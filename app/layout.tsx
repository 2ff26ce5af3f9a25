import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { PageFrame } from '#components/shell/page-frame.tsx';
import { basePath, belowBasePath } from '#lib/base-path.ts';
import { parseTheme, themeCookie } from '#lib/theme.ts';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Vigla', template: '%s · Vigla' },
  description: 'The traffic of an Istio mesh, and the reason behind every edge of it.',
  icons: { icon: belowBasePath('/icon.svg') },
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Read here, so that the first paint already has the chosen colours and no script has to run for them.
  const theme = parseTheme((await cookies()).get(themeCookie)?.value);
  return (
    <html
      lang="en"
      data-theme={theme === 'system' ? undefined : theme}
      data-base-path={basePath() || undefined}
    >
      <body>
        <PageFrame initialTheme={theme}>{children}</PageFrame>
      </body>
    </html>
  );
}
