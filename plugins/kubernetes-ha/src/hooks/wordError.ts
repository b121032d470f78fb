/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { reasonOf } from '../api/reasonOf';
import type { Wording } from './useWording';

/**
 * Why something failed, in a sentence: that of the backend; where there is none
 * in the reader's language, what kind of obstacle it was. Words that somebody
 * else wrote are repeated where no kind says more.
 * @internal
 */
export function wordError(
  error: Error,
  { t, language }: Pick<Wording, 't' | 'language'>,
): string {
  const { message, kind, isOurs } = reasonOf(error, language);
  const isOfWay =
    kind === 'unreachable' || kind === 'foreign' || kind === 'signed-out';
  if (message && (isOurs || !isOfWay)) return message;
  return `${t(isOfWay ? `banner.${kind}` : 'state.failedTitle')}${t(
    'chain.fullStop',
  )}`;
}
