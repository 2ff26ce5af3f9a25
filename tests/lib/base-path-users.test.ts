import { expect, test } from 'vitest';
import { sourceFiles } from '#tests/architecture/source-files.ts';

const inBrowser = sourceFiles().filter(({ path }) => /^(app|components|lib)\//.test(path));

/** What leaves or changes the address without the router, and the files that put the base path before it. */
const waysPastTheRouter: [string, RegExp, string[]][] = [
  ['requests', /(?<![\w.])fetch\(/, ['lib/api-client.ts']],
  ['streams', /new EventSource\(/, ['lib/follow-events.ts']],
  [
    'the history',
    /history\.(push|replace)State\(/,
    ['components/proxy/use-open-tab.ts', 'components/ui/use-url-state.ts'],
  ],
  [
    'leaving the page',
    /location\.(assign|replace)\(|location(\.href)? = /,
    [
      'components/shell/use-shell-actions.ts',
      'components/shell/use-sign-out.ts',
      'components/ui/scope/lead-to-sign-in.ts',
    ],
  ],
  ['cookies', /document, \{ cookie: |document\.cookie = /, ['components/shell/use-theme.ts']],
  ['opening a window', /window\.open\(/, []],
  ['a link with a path of its own', /<(a|img|iframe)\b[^>]*(href|src)=\{?["'`]\//, []],
  ['a form that is sent somewhere', /<form\b[^>]*action=/, ['components/shell/sign-in/token-way.tsx']],
];

test.each(waysPastTheRouter)('%s: only files that know of the base path', (_, pattern, known) => {
  const users = inBrowser.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
  expect(users).toEqual(known);
});

test('everything that browsers run was looked at', () => {
  expect(inBrowser.length).toBeGreaterThan(500);
});
