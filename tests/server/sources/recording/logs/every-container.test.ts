import { expect, test } from 'vitest';
import { createRecording } from '#server/sources/recording/recording.ts';
import { readLog } from '#tests/support/read-log.ts';
import { recordedNowSeconds } from '#tests/support/recorded-traffic.ts';
import { readLine } from '../agreement/read-line.ts';

test('every container of the mesh can be read, and each proxy writes in Istio’s default format', async () => {
  const { logs, objects } = createRecording({ now: () => recordedNowSeconds * 1000 });
  const { Pod: pods } = (await objects.snapshot()).objects;
  let modelled = 0;
  for (const { metadata, spec } of pods) {
    for (const { name: container } of [...spec.initContainers, ...spec.containers]) {
      const question = { namespace: metadata.namespace ?? '', pod: metadata.name, container, tailLines: 60 };
      const lines = await readLog(logs, question);
      // Names of the recorded lines' clients; everything else in these logs is of the model.
      const access = lines.filter(({ text }) => text.startsWith('[') && !/"load2?\//.test(text));
      if (container !== 'istio-proxy') expect(access).toEqual([]);
      for (const { text } of access) if (!text.includes('DPE')) expect(readLine(text).code).toMatch(/^\d+$/);
      modelled += access.length;
    }
  }
  expect(modelled).toBeGreaterThan(800);
}, 30_000);
