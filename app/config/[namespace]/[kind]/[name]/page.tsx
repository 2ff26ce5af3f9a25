import type { Metadata } from 'next';
import { ObjectPage } from '#components/objects/object-page.tsx';
import { clusterScope } from '#lib/object-path.ts';

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
  return <ObjectPage object={object} />;
}
