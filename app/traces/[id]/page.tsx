import type { Metadata } from 'next';
import { TracePage } from '#components/traces/trace-page.tsx';

type PageProps = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: 'Trace' };

export default async function Page({ params }: PageProps) {
  return <TracePage id={decodeURIComponent((await params).id)} />;
}
