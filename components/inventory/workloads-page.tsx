'use client';

import { InventoryPage } from './inventory-page.tsx';
import { workloadsList } from './workloads-list.tsx';

export function WorkloadsPage() {
  return <InventoryPage list={workloadsList} />;
}
