/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  amount,
  duration,
  Language,
  languages,
  Message,
  say,
} from 'backstage-plugin-kubernetes-ha-common';
import { kubernetesHaTranslationRef } from '../translation';

/**
 * Words of the page in the reader's language: labels (`t`), sentences of checks
 * (`say`), durations and dates. The language is the one of the labels, so that
 * a page never mixes two; a translation without sentences of its own has English ones.
 * @internal
 */
export function useWording() {
  const { t } = useTranslationRef(kubernetesHaTranslationRef);
  const code = t('language.sentences');
  return useMemo(() => {
    const language: Language = languages.find(item => item === code) ?? 'en';
    const dates = new Intl.DateTimeFormat(t('language.dates'), {
      dateStyle: 'medium',
      timeStyle: 'medium',
    });
    const days = new Intl.DateTimeFormat(t('language.dates'), {
      dateStyle: 'medium',
    });
    return {
      t,
      language,
      say: (message: Message) => say(message, language),
      /** Title of a check; the id of one that this version does not know, see `useCheckTitle`. */
      titleOf: (checkId: string) =>
        say({ code: `${checkId}.title`, params: {}, text: checkId }, language),
      duration: (seconds: number) => duration(seconds, language),
      /** A number with its unit, in the unit that people read. */
      amount: (value: number, unit: string) => amount(value, unit, language),
      dateTime: (iso: string) => dates.format(new Date(iso)),
      date: (iso: string) => days.format(new Date(iso)),
    };
  }, [t, code]);
}

/** See {@link useWording}. */
export type Wording = ReturnType<typeof useWording>;
