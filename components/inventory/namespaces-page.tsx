'use client';

import { InventoryPage } from './inventory-page.tsx';
import { namespacesList } from './namespaces-list.tsx';

export function NamespacesPage() {
  return <InventoryPage list={namespacesList} hasNamespaces={false} />;
}
