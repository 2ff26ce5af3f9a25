import type { Metadata } from 'next';
import { ProxyPage } from '#components/proxy/proxy-page.tsx';

type PageProps = { params: Promise<{ namespace: string; pod: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: `Proxy ${decodeURIComponent((await params).pod)}` };
}

export default async function Page({ params }: PageProps) {
  const { namespace, pod } = await params;
  return <ProxyPage namespace={decodeURIComponent(namespace)} pod={decodeURIComponent(pod)} />;
}
