/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  absentReasons,
  Language,
  layers,
  observationStates,
  platforms,
  say,
  severities,
  sourceIds,
  statuses,
  tiers,
  unknownReasons,
  verdicts,
} from 'backstage-plugin-kubernetes-ha-common';

const lists = {
  layer: layers,
  status: statuses,
  severity: severities,
  verdict: verdicts,
  tier: tiers,
  platform: platforms,
  observation: observationStates,
  source: sourceIds,
  reason: [...unknownReasons, ...absentReasons],
} as const;

type Lists = typeof lists;

/** The keys of the words that labels and sentences share: `layer.etcd`, `reason.timeout`. */
type SharedKey = {
  [K in keyof Lists]: `${K}.${Lists[K][number]}`;
}[keyof Lists];

const absent: readonly string[] = absentReasons;

/**
 * The words of the closed lists as the sentences of checks have them: one word
 * for one thing on a page, in its labels and in its sentences.
 */
export function sharedWords(language: Language): Record<SharedKey, string> {
  const words = Object.entries(lists).flatMap(([list, values]) =>
    values.map((value): [string, string] => {
      const area =
        list === 'reason' && absent.includes(value) ? 'absent' : list;
      const code = `${area}.${value}`;
      return [`${list}.${value}`, say({ code, params: {} }, language)];
    }),
  );
  // Its keys are those of the lists above.
  return Object.fromEntries(words) as Record<SharedKey, string>;
}
