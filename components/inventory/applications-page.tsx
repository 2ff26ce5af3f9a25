'use client';

import { applicationsList } from './applications-list.tsx';
import { InventoryPage } from './inventory-page.tsx';

export function ApplicationsPage() {
  return <InventoryPage list={applicationsList} />;
}
