import type { ProxyOverride } from '#lib/contract/mesh-configuration.ts';
import { ProxyLink } from '../proxy-link.tsx';
import { words } from './words.ts';

/** Pods that set something of their own, each with what. */
export function OverridesLine({ overrides }: { overrides: readonly ProxyOverride[] }) {
  if (overrides.length === 0) return <p>{words.noOverrides}</p>;
  return (
    <details>
      <summary className="cursor-pointer">{words.overrides(overrides.length)}</summary>
      <ul className="max-h-40 overflow-y-auto pl-4">
        {overrides.map(({ namespace, pod, keys }) => (
          <li key={`${namespace}/${pod}`}>
            <ProxyLink namespace={namespace} pod={pod} /> {words.sets(keys.join(', '))}
          </li>
        ))}
      </ul>
    </details>
  );
}
