import type { AdminPath } from '#lib/proxy/admin-paths.ts';
import type { EnvoySource, LoadContext } from '#server/sources/interface.ts';
import { mutatedRecording } from './mutated-recording.ts';

type Answers = Partial<Record<AdminPath, string | Error>>;

/** The recorded mesh whose proxies answer some questions with these texts, or not at all; the others as recorded. */
export function answeringAdmin(answers: Answers, more: Partial<EnvoySource> = {}): LoadContext {
  const context = mutatedRecording({});
  const { envoy } = context.sources;
  if (envoy === undefined) throw new Error('the recording has proxies');
  const admin: EnvoySource['admin'] = async (proxy, question, signal) => {
    const answer = answers[question.path];
    if (answer instanceof Error) throw answer;
    return answer === undefined ? envoy.admin(proxy, question, signal) : new TextEncoder().encode(answer);
  };
  return { ...context, sources: { ...context.sources, envoy: { ...envoy, admin, ...more } } };
}
