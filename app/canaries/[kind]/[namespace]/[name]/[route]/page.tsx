import type { Metadata } from 'next';
import { CanaryPage } from '#components/canaries/detail/canary-page.tsx';

type PageProps = { params: Promise<{ kind: string; namespace: string; name: string; route: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: decodeURIComponent((await params).name) };
}

export default async function Page({ params }: PageProps) {
  const { kind, namespace, name, route } = await params;
  const object = {
    kind: decodeURIComponent(kind),
    namespace: decodeURIComponent(namespace),
    name: decodeURIComponent(name),
  };
  return <CanaryPage object={object} route={decodeURIComponent(route)} />;
}
