'use client';

import { Link2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { useAbsoluteLink } from './use-absolute-link.ts';
import { words } from './words.ts';

/** Copies the page's address with fixed times and the namespaces by name, so that it shows the same tomorrow. */
export function CopyLinkButton() {
  const copyLink = useAbsoluteLink();
  const [said, setSaid] = useState<string>();
  const handleClick = () => {
    copyLink().then(
      () => setSaid(words.copied),
      () => setSaid(words.copyRefused),
    );
  };
  return (
    <Button look="quiet" className="self-start" onClick={handleClick} aria-live="polite">
      <Link2 size={14} aria-hidden />
      {said ?? words.copyAbsolute}
    </Button>
  );
}
