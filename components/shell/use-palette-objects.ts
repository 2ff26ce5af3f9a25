'use client';

import { Hexagon } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { objectIcon } from '#components/ui/object-looks.ts';
import type { PaletteGroup } from '#components/ui/scope/palette-items.tsx';
import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useClusters } from '#components/ui/scope/use-clusters.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { objectsSchema } from '#lib/contract/objects.ts';
import { proxiesSchema } from '#lib/contract/proxies.ts';
import { objectPath } from '#lib/object-path.ts';
import { kindTitle } from '#lib/objects/config-kinds.ts';
import { proxyPath } from '#lib/proxy-target.ts';
import { placeText } from './place-text.ts';

/** Every object that configures the mesh, by name and kind. Asked for only while the palette is open. */
export function usePaletteObjects(): PaletteGroup {
  const router = useRouter();
  const address = useScopedAddress();
  const { home } = useClusters();
  const { apiParameters, isReady } = useScope();
  const query = useAnswer({
    path: '/api/config',
    parameters: { namespaces: apiParameters.namespaces },
    schema: objectsSchema,
    isEnabled: isReady,
  });
  const items = (query.data?.data.items ?? []).map(({ cluster, object }) => ({
    id: `${cluster ?? ''}${objectPath(object)}`,
    title: object.name,
    hint: [kindTitle(object.kind), placeText(object.namespace, { cluster, home })]
      .filter((text) => text !== '')
      .join(' in '),
    icon: objectIcon(object.kind),
    onSelect: () => router.push(address(objectPath(object), { cluster })),
  }));
  return { title: 'Objects', items };
}

/** Every proxy by the name of its pod. */
export function usePaletteProxies(): PaletteGroup {
  const router = useRouter();
  const address = useScopedAddress();
  const { home } = useClusters();
  const { apiParameters, isReady } = useScope();
  const query = useAnswer({
    path: '/api/proxies',
    parameters: { namespaces: apiParameters.namespaces },
    schema: proxiesSchema,
    isEnabled: isReady,
  });
  const items = (query.data?.data.items ?? []).map(({ cluster, namespace, pod }) => ({
    id: `proxy ${cluster}/${namespace}/${pod}`,
    title: pod,
    hint: `proxy in ${placeText(namespace, { cluster, home })}`,
    icon: Hexagon,
    onSelect: () => router.push(address(proxyPath({ namespace, pod }), { cluster })),
  }));
  return { title: 'Proxies', items };
}
