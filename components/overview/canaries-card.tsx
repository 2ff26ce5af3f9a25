'use client';

import { CanariesSummaryPanel } from '#components/canaries/summary-panel.tsx';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { Card } from './card.tsx';
import { words } from './words.ts';

/** Weighted rules by verdict, worst first. */
export function CanariesCard() {
  const address = useScopedAddress();
  return (
    <Card
      title={words.canaries}
      link={{ text: words.all(words.canaries), href: address('/canaries') }}
      className="lg:col-span-6 xl:col-span-4"
    >
      <CanariesSummaryPanel />
    </Card>
  );
}
