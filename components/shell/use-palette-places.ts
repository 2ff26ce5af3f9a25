'use client';

import { Box } from 'lucide-react';
import { useRouter } from 'next/navigation';
import type { PaletteGroup } from '#components/ui/scope/palette-items.tsx';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { namespacesByName } from '#lib/namespaces-by-name.ts';
import { usePages } from './use-pages.ts';

/** Where the palette can go: pages with the current scope, and each namespace alone. */
export function usePalettePlaces(): { pages: PaletteGroup; namespaces: PaletteGroup } {
  const router = useRouter();
  const address = useScopedAddress();
  const scope = useScope();
  const pages = usePages().map((page) => ({
    id: page.path,
    title: page.title,
    icon: page.icon,
    onSelect: () => router.push(address(page.path)),
  }));
  const items = namespacesByName(scope.namespacesQuery.data?.data.items ?? []);
  const namespaces = items.map((item) => ({
    id: item.name,
    title: item.name,
    hint: 'show this namespace only',
    icon: Box,
    onSelect: () => scope.changeNamespaces([item.name]),
  }));
  return { pages: { title: 'Pages', items: pages }, namespaces: { title: 'Namespaces', items: namespaces } };
}
