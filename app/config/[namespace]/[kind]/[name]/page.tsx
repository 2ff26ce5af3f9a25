import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ObjectPage } from '#components/objects/object-page.tsx';
import { clusterScope } from '#lib/object-path.ts';
import { objectPlace } from '#lib/object-place.ts';

type PageProps = { params: Promise<{ namespace: string; kind: string; name: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: decodeURIComponent((await params).name) };
}

export default async function Page({ params }: PageProps) {
  const { namespace, kind, name } = await params;
  const place = decodeURIComponent(namespace);
  const object = {
    kind: decodeURIComponent(kind),
    namespace: place === clusterScope ? '' : place,
    name: decodeURIComponent(name),
  };
  const shown = objectPlace(object);
  // Services, workloads and pods have richer pages of their own.
  if (shown !== undefined && !shown.path.startsWith('/config/')) redirect(shown.path);
  return <ObjectPage object={object} />;
}
