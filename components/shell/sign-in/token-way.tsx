import { Button } from '#components/ui/button.tsx';
import { CommandLine } from '#components/ui/command-line.tsx';
import type { SignInPageProps } from './sign-in-page.tsx';
import { words } from './words.ts';

/** A form with a token; it is sent once and never shown. */
export function TokenWay({ basePath, returnTo }: SignInPageProps) {
  return (
    <form method="post" action={`${basePath}/auth/token`} className="flex flex-col gap-3">
      <input type="hidden" name="return" value={returnTo} />
      <label className="flex flex-col gap-1">
        <span className="font-medium">{words.token}</span>
        <input
          type="password"
          name="token"
          required
          autoComplete="off"
          spellCheck={false}
          className="mono h-8 rounded-md border bg-canvas px-2"
        />
      </label>
      <Button type="submit" look="primary">
        {words.signIn}
      </Button>
      <p className="text-xs text-ink-muted">{words.tokenHint}</p>
      <CommandLine command={words.tokenCommand} />
    </form>
  );
}
