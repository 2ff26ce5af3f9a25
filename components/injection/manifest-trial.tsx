'use client';

import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { ApiError, fetchAnswer } from '#lib/api-client.ts';
import { injectionTrialSchema } from '#lib/contract/injection.ts';
import { DecisionSteps } from './decision-steps.tsx';
import { VerdictBadge } from './verdict-badge.tsx';
import { words } from './words.ts';

/** Judges a manifest that nobody has applied yet. */
export function ManifestTrial() {
  const { apiParameters, cluster } = useScope();
  const [first = 'default'] = (apiParameters.namespaces ?? '')
    .split(',')
    .filter((name) => name !== '*' && name !== '');
  const [namespace, setNamespace] = useState(first);
  const [manifest, setManifest] = useState('');
  const trial = useMutation({
    mutationFn: () =>
      fetchAnswer({
        path: '/api/mesh/injection/trial',
        parameters: { cluster },
        schema: injectionTrialSchema,
        body: { namespace, manifest },
      }),
  });
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    trial.mutate();
  };
  return (
    <div className="grid h-full grid-cols-1 gap-6 overflow-y-auto p-4 lg:grid-cols-2">
      <form onSubmit={handleSubmit} className="flex flex-col gap-3">
        <h2 className="font-semibold">{words.trialTitle}</h2>
        <p className="text-ink-muted">{words.trialText}</p>
        <label className="flex flex-col gap-1">
          <span className="text-xs text-ink-muted">{words.trialNamespace}</span>
          <input
            value={namespace}
            onChange={(event) => setNamespace(event.target.value)}
            className="h-7 max-w-64 rounded-md border bg-surface px-2"
          />
        </label>
        <label className="flex min-h-64 flex-1 flex-col gap-1">
          <span className="text-xs text-ink-muted">{words.manifest}</span>
          <textarea
            value={manifest}
            onChange={(event) => setManifest(event.target.value)}
            spellCheck={false}
            placeholder={placeholder}
            className="mono min-h-64 flex-1 resize-y rounded-lg border bg-surface p-3 text-xs"
          />
        </label>
        <Button
          type="submit"
          look="primary"
          disabled={manifest.trim() === '' || trial.isPending}
          className="self-start"
        >
          {trial.isPending ? words.judging : words.judge}
        </Button>
      </form>
      <div aria-live="polite" className="flex min-w-0 flex-col gap-6">
        {trial.error instanceof ApiError && (
          <p role="alert" className="text-fail">
            {trial.error.detail}
          </p>
        )}
        {trial.data?.data.subjects.map(({ kind, name, namespace: where, decision }) => (
          <section key={`${kind}/${where}/${name}`} aria-label={`${kind} ${where}/${name}`}>
            <h3 className="mb-2 flex flex-wrap items-center gap-x-3 font-semibold">
              {kind} {where}/{name}
              <span className="font-normal">
                <VerdictBadge verdict={decision.verdict} />
              </span>
            </h3>
            <p className="mb-3">{decision.text}</p>
            <DecisionSteps decision={decision} />
          </section>
        ))}
      </div>
    </div>
  );
}

const placeholder = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    metadata:
      labels:
        app: web`;
