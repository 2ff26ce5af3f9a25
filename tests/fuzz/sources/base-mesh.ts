import type { EnvoySource, IstiodSource, Sources } from '#server/sources/interface.ts';
import { createRecording } from '#server/sources/recording/recording.ts';
import { allQuestions } from '#tests/support/leaks/all-questions.ts';
import type { RouteQuestion } from '#tests/support/leaks/ask-route.ts';
import { foreignPlace, ownPlaces } from '#tests/support/leaks/places.ts';
import { remembered } from './remembered.ts';
import { thinnedBytes } from './thinned.ts';

/** A moment some minutes after the recording ended. */
const nowMs = Date.UTC(2026, 10, 21, 2, 30);

/** The recorded mesh, whose parts a case replaces by one whose answers are broken. */
export const baseMesh = thinMesh(createRecording({ now: () => nowMs }));

/** A mesh whose proxies and control plane answer with short lists: a case then takes a tenth of the time. */
export function thinMesh(mesh: Sources): Sources {
  return {
    ...mesh,
    ...(mesh.envoy && { envoy: thinEnvoy(mesh.envoy) }),
    ...(mesh.istiod && { istiod: thinIstiod(mesh.istiod) }),
  };
}

function thinEnvoy(envoy: EnvoySource): EnvoySource {
  const once = remembered<Uint8Array>();
  return {
    admin: (proxy, question) =>
      once(`${proxy.namespace}/${proxy.pod} ${question.path}`, async () =>
        Uint8Array.from(thinnedBytes(await envoy.admin(proxy, question))),
      ),
  };
}

function thinIstiod(istiod: IstiodSource): IstiodSource {
  const once = remembered<Awaited<ReturnType<IstiodSource['ask']>>>();
  return {
    ...istiod,
    ask: (question) =>
      once(JSON.stringify(question), async () =>
        (await istiod.ask(question)).map((answer) =>
          answer.body === undefined
            ? answer
            : { ...answer, body: Uint8Array.from(thinnedBytes(answer.body)) },
        ),
      ),
  };
}

const questions = [...ownPlaces, foreignPlace]
  .flatMap(allQuestions)
  .filter(({ isStream }) => isStream !== true);

/** Every question about every place to routes that fit the pattern. */
export function questionsTo(routes: RegExp): readonly RouteQuestion[] {
  const found = questions.filter(({ route, body }) => body === undefined && routes.test(route));
  if (found.length === 0) throw new Error(`no route fits ${routes}`);
  return found;
}
