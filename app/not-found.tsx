import { Compass } from 'lucide-react';
import Link from 'next/link';
import { EmptyState } from '#components/ui/empty-state.tsx';

export default function NotFoundPage() {
  return (
    <EmptyState
      icon={Compass}
      title="There is no page at this address"
      text="The address may be mistyped, or from another version of Vigla."
      action={
        <Link href="/overview" className="text-accent hover:underline">
          Go to the overview
        </Link>
      }
    />
  );
}
