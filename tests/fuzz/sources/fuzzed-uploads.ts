import { allQuestions } from '#tests/support/leaks/all-questions.ts';
import type { RouteQuestion } from '#tests/support/leaks/ask-route.ts';
import { foreignPlace, ownPlaces } from '#tests/support/leaks/places.ts';
import { jsonAnswer } from '../mutate/mutate-answer.ts';
import type { Mutation } from '../mutation.ts';
import type { FuzzedSource } from '../run-cases.ts';
import { baseMesh } from './base-mesh.ts';
import { thinnedBytes } from './thinned.ts';

const posts = [...ownPlaces, foreignPlace].flatMap(allQuestions).filter(({ body }) => body !== undefined);
const questionsPerCase = 4;

/** What people send: dumps as files, manifests, levels of logs, webhooks of a rollout. */
export const fuzzedUploads: FuzzedSource = {
  openCase(mutation) {
    const questions = Array.from({ length: questionsPerCase }, () =>
      broken(mutation.chance.of(uploads), mutation),
    );
    const setLogLevel = async () => new TextEncoder().encode('active loggers:\n  admin: info\n');
    const envoy = baseMesh.envoy && { ...baseMesh.envoy, setLogLevel };
    return { sources: { ...baseMesh, ...(envoy && { envoy }) }, questions };
  },
};

type Upload = { question: RouteQuestion; bytes: Buffer; isFile: boolean };

const manifest = `apiVersion: apps/v1
kind: Deployment
metadata: { name: one, labels: { app: one } }
spec:
  template:
    metadata:
      labels: { app: one, sidecar.istio.io/inject: "true" }
      annotations: { sidecar.istio.io/interceptionMode: TPROXY }
    spec:
      hostNetwork: false
      containers:
        - name: one
          image: one:1
          ports: [{ containerPort: 80 }]
---
kind: Pod
metadata: { name: two, namespace: legacy }
spec: { containers: [{ name: two, image: two }] }
`;

const uploads: readonly Upload[] = posts.map((question) => ({
  question,
  bytes:
    typeof question.body === 'string'
      ? Buffer.from(question.body)
      : thinnedBytes(question.body ?? new Uint8Array()),
  isFile: typeof question.body !== 'string',
}));

function broken({ question, bytes, isFile }: Upload, mutation: Mutation): RouteQuestion {
  // A manifest is a text within the JSON.
  const isTrial = question.route.endsWith('/trial');
  const sent =
    isTrial && mutation.chance.happens(0.9)
      ? jsonAnswer({ namespace: 'shop', manifest: mutation.body(Buffer.from(manifest)).toString('utf8') })
          .body
      : mutation.body(bytes);
  return { ...question, body: isFile ? Uint8Array.from(sent) : sent.toString('utf8') };
}
