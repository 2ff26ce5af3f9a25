import { KeyValueList } from '#components/ui/key-value-list.tsx';
import { FullObjectLink } from '#components/ui/object-link.tsx';
import type { MeshProblem } from '#lib/contract/mesh-problems.ts';
import { ProxyLink } from '../proxy-link.tsx';
import { words } from './words.ts';

/** One problem in full: what it means, what to do, whom it concerns, and istiod's own words. */
export function ProblemDetails({ problem }: { problem: MeshProblem }) {
  const { sentence, fix, objects, proxies, raw, metric, replicas } = problem;
  return (
    <div className="flex flex-col gap-2 px-4 py-3">
      <p className="max-w-4xl whitespace-pre-wrap wrap-anywhere">{sentence}</p>
      <KeyValueList
        rows={[
          { key: words.fix, value: fix },
          {
            key: words.objects,
            value: objects.length > 0 && (
              <span className="flex flex-wrap gap-x-4">
                {objects.map((object) => (
                  <FullObjectLink key={`${object.kind} ${object.namespace}/${object.name}`} object={object} />
                ))}
              </span>
            ),
          },
          {
            key: words.proxies,
            value: proxies.length > 0 && (
              <span className="flex flex-wrap gap-x-4">
                {proxies.map(({ namespace, pod }) => (
                  <ProxyLink key={`${namespace}/${pod}`} namespace={namespace} pod={pod} />
                ))}
              </span>
            ),
          },
          { key: words.metric, value: <span className="mono">{metric}</span> },
          { key: words.raw, value: <span className="mono whitespace-pre-wrap text-xs">{raw}</span> },
          { key: words.replicas, value: <span className="mono">{replicas.join(', ')}</span> },
        ].filter(({ value }) => value !== false)}
      />
    </div>
  );
}
