import type { Metadata } from 'next';
import { DetailsPage } from '#components/details/details-page.tsx';

type PageProps = { params: Promise<{ namespace: string; name: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: decodeURIComponent((await params).name) };
}

export default async function Page({ params }: PageProps) {
  const { namespace, name } = await params;
  return (
    <DetailsPage
      kind="application"
      namespace={decodeURIComponent(namespace)}
      name={decodeURIComponent(name)}
    />
  );
}
