/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ReactNode } from 'react';
import { Alert, Button } from '@backstage/ui';
import { kubernetesHaClusterReadPermission } from 'backstage-plugin-kubernetes-ha-common';
import { ErrorKind, reasonOf } from '../../api/reasonOf';
import { useWording } from '../../hooks/useWording';
import { Quoted } from '../Quoted';

/** The permission that a refusal names; refusals to read name none. */
function permissionOf(message: string): string {
  const [named] = message.match(/\bkubernetes-ha(\.[a-z-]+)+/) ?? [];
  return named ?? kubernetesHaClusterReadPermission.name;
}

/** Nothing could be loaded: what happened, what to do, and a way to try again. @internal */
export function ErrorNotice(props: {
  error: Error;
  retry: () => void;
  /** What may help beside the hint. */
  children?: ReactNode;
}) {
  const { retry, children } = props;
  const { t, language } = useWording();
  const { kind, message, isOurs } = reasonOf(props.error, language);
  const isRefusal = kind === 'not-found' || kind === 'forbidden';
  return (
    <Alert
      role="alert"
      status={isRefusal ? 'warning' : 'danger'}
      icon
      title={t(titleOf(kind))}
      description={
        <>
          {message && (isOurs ? message : <Quoted>{message}</Quoted>)} {hint()}
          {children}
        </>
      }
      customActions={
        <Button size="small" variant="secondary" onPress={retry}>
          {t('state.retry')}
        </Button>
      }
    />
  );

  /** Our own sentences say what to do, and so does whoever does not find something: saying it again would be twice the same. */
  function hint() {
    if (kind === 'forbidden') {
      return t('state.forbiddenHint', { permission: permissionOf(message) });
    }
    return isOurs || kind === 'not-found' ? '' : t('state.failedHint');
  }
}

function titleOf(kind: ErrorKind) {
  if (kind === 'not-found') return 'state.notFoundTitle';
  return kind === 'forbidden' ? 'state.forbiddenTitle' : 'state.failedTitle';
}
