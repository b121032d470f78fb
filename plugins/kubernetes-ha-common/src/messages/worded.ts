/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Language } from './languages';
import { isMessage, say } from './message';

type Entries = Readonly<Record<string, unknown>>;

/**
 * A value of the API with the sentences themselves beside their codes, in one
 * language: `text` in each message, `title` and `reasonText` in each result of
 * a check, `text` in a headline. Nothing else changes, and the value given
 * stays as it is.
 * @public
 */
export function worded(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) return value.map(item => worded(item, language));
  if (!isEntries(value)) return value;
  if (isMessage(value)) return { ...value, text: say(value, language) };
  const all = Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, worded(item, language)]),
  );
  return {
    ...all,
    ...resultWords(value, language),
    ...headline(value, language),
  };
}

/** What stands beside the sentences of a result: the name of the check, and why it is unknown. */
function resultWords(value: Entries, language: Language): Entries {
  const { checkId, observed, reason } = value;
  if (typeof checkId !== 'string' || !isMessage(observed)) return {};
  return {
    title: word(`${checkId}.title`, language),
    ...(typeof reason === 'string' && {
      reasonText: word(`reason.${reason}`, language),
    }),
  };
}

/** The headline of a cluster as one sentence: of a scorecard, or of a cluster in short. */
function headline(value: Entries, language: Language): Entries {
  const first = value.headline;
  if (!isEntries(first)) return {};
  const { verdict, layer } = first;
  if (typeof verdict !== 'string' || typeof layer !== 'string') return {};
  const observed = isMessage(first.observed)
    ? [first.observed]
    : resultsOf(value, first.checkIds);
  const text = say(
    {
      code: 'headline',
      params: {
        layer: word(`layer.${layer}`, language),
        verdict: word(`verdict.${verdict}`, language),
        observed: observed.map(message => say(message, language)),
      },
    },
    language,
  );
  return { headline: { ...(worded(first, language) as Entries), text } };
}

function resultsOf({ results }: Entries, checkIds: unknown) {
  if (!Array.isArray(results) || !Array.isArray(checkIds)) return [];
  return checkIds.flatMap(id => {
    const result = results.find(({ checkId }) => checkId === id);
    return isMessage(result?.observed) ? [result.observed] : [];
  });
}

function word(code: string, language: Language): string {
  return say({ code, params: {} }, language);
}

function isEntries(value: unknown): value is Entries {
  return typeof value === 'object' && value !== null;
}
