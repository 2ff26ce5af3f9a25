import type { Metadata } from 'next';
import { ObjectsPage } from '#components/objects/list/objects-page.tsx';

export const metadata: Metadata = { title: 'Config' };

export default function Page() {
  return <ObjectsPage />;
}
