import { demoMetrics } from '#server/sources/recording/exposition.ts';
import { createRecording } from '#server/sources/recording/recording.ts';

/** What the demo's exporter would have said at each of these times (epoch seconds), for `startPrometheus`. */
export async function* exporterHistory(atSeconds: readonly number[]): AsyncGenerator<string> {
  const clock = { seconds: atSeconds[0] ?? 0 };
  const recording = createRecording({ now: () => clock.seconds * 1000 });
  for (const seconds of atSeconds) {
    clock.seconds = seconds;
    const { body } = await demoMetrics(recording);
    const samples = body.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    yield samples.map((line) => `${line} ${seconds}\n`).join('');
  }
  yield '# EOF\n';
}
