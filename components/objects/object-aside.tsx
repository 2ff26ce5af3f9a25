import type { ObjectDetail } from '#lib/contract/objects.ts';
import { SaysSection } from './says-section.tsx';

type ObjectAsideProps = {
  detail: ObjectDetail;
  path: string;
  onPath: (path: string) => void;
  onPointAt: (path: string | undefined) => void;
};

/** What an object means: what it says, whom it is for, and what it has to do with other objects. */
export function ObjectAside(props: ObjectAsideProps) {
  return (
    <div className="flex flex-col divide-y">
      <SaysSection {...props} />
    </div>
  );
}
