import { arrangeLarge } from './arrange-large.ts';
import type { Topology } from './topology.ts';

// On a thread of its own, so that the page stays alive while a large graph is arranged. Nothing may be exported here.
self.addEventListener('message', ({ data }: MessageEvent<{ number: number; topology: Topology }>) => {
  const { number, topology } = data;
  arrangeLarge(topology).then(
    (arrangement) => self.postMessage({ number, arrangement }),
    (error: unknown) => self.postMessage({ number, failure: String(error) }),
  );
});
