import type { Metadata } from 'next';
import { MeshPage } from '#components/mesh/mesh-page.tsx';

export const metadata: Metadata = { title: 'Mesh' };

export default function Page() {
  return <MeshPage />;
}
