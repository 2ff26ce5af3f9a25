import type { Metadata } from 'next';
import { NamespacesPage } from '#components/inventory/namespaces-page.tsx';

export const metadata: Metadata = { title: 'Namespaces' };

export default function Page() {
  return <NamespacesPage />;
}
