'use client';

import { useRouter } from 'next/navigation';
import type { PaletteGroup } from '#components/ui/scope/palette-items.tsx';
import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useClusters } from '#components/ui/scope/use-clusters.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { canaryPath } from '#lib/canary-path.ts';
import { canariesSchema } from '#lib/contract/canaries.ts';
import { kindTitle } from '#lib/objects/config-kinds.ts';
import { pages } from './pages.ts';
import { placeText } from './place-text.ts';

/** Every weighted rule by the name of its object. Asked for only while the palette is open. */
export function usePaletteCanaries(): PaletteGroup {
  const router = useRouter();
  const address = useScopedAddress();
  const { home } = useClusters();
  const { apiParameters, isReady } = useScope();
  const { namespaces, range, at } = apiParameters;
  const { title, icon } = pages.canaries;
  const query = useAnswer({
    path: '/api/canaries',
    parameters: { namespaces, range, at },
    schema: canariesSchema,
    isEnabled: isReady,
  });
  const items = (query.data?.data.items ?? []).map(({ cluster, object, route }) => ({
    id: `${cluster ?? ''}${canaryPath(object, route)}`,
    title: object.name,
    hint: `rule ${route} of ${kindTitle(object.kind)} in ${placeText(object.namespace, { cluster, home })}`,
    icon,
    onSelect: () => router.push(address(canaryPath(object, route), { cluster })),
  }));
  return { title, items };
}
