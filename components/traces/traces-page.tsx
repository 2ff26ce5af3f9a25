import { TracesSearch } from './traces-search.tsx';
import { words } from './words.ts';

/** Traces of any service that the store knows. */
export function TracesPage() {
  return (
    <div className="flex h-full min-h-0 flex-col bg-canvas">
      <h1 className="flex min-h-12 items-center px-4 text-lg font-semibold tracking-tight">{words.title}</h1>
      <div className="min-h-0 flex-1 border-t">
        <TracesSearch />
      </div>
    </div>
  );
}
