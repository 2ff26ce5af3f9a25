import type { EnvoySource, ObjectSource } from '#server/sources/interface.ts';
import { noPod } from './no-pod.ts';
import { guarded, type View } from './view.ts';
import { withoutPlaces } from './without-places.ts';

/** The proxies of pods in visible namespaces. */
export function restrictEnvoy(
  envoy: EnvoySource,
  { objects, view }: { objects: ObjectSource; view: View },
): EnvoySource {
  const { setLogLevel, status } = envoy;
  return {
    admin: guarded(view, async (proxy, ...rest) => {
      if (!view.namespaces.has(proxy.namespace)) throw noPod(proxy);
      return envoy.admin(proxy, ...rest);
    }),
    ...(setLogLevel === undefined
      ? {}
      : {
          setLogLevel: guarded(view, async (proxy, ...rest) => {
            if (!view.namespaces.has(proxy.namespace)) throw noPod(proxy);
            return setLogLevel.call(envoy, proxy, ...rest);
          }),
        }),
    ...(status === undefined ? {} : { status: withoutPlaces(() => status.call(envoy), { objects, view }) }),
  };
}
