'use client';

import { InventoryPage } from './inventory-page.tsx';
import { servicesList } from './services-list.tsx';

export function ServicesPage() {
  return <InventoryPage list={servicesList} />;
}
