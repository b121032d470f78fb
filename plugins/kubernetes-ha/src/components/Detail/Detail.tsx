/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Message } from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { Quoted } from '../Quoted';

/**
 * What a signal has to say for itself: a sentence of ours in the reader's
 * language, or the words of somebody else (and of earlier versions) as they came.
 * @internal
 */
export function Detail(props: { detail: string; why?: Message }) {
  const { detail, why } = props;
  const { say } = useWording();
  return why ? <span>{say(why)}</span> : <Quoted>{detail}</Quoted>;
}
