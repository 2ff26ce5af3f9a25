import type { Metadata } from 'next';
import { DumpFilePage } from '#components/dump-file/dump-file-page.tsx';

export const metadata: Metadata = { title: 'Dump from a file' };

export default function Page() {
  return <DumpFilePage />;
}
