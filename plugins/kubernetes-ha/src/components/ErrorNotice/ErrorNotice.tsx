/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Alert, Button } from '@backstage/ui';
import { useWording } from '../../hooks/useWording';

/** What to say of an error, by its name as the backend gave it. */
function kindOf(error: Error): 'notFound' | 'forbidden' | 'failed' {
  // A ResponseError of @backstage/errors carries the name that the backend threw as its cause.
  const cause = error.cause instanceof Error ? error.cause.name : '';
  const names = [error.name, cause];
  if (names.includes('NotFoundError')) return 'notFound';
  if (names.includes('NotAllowedError')) return 'forbidden';
  return 'failed';
}

/** Nothing could be loaded: what happened, what to do, and a way to try again. @internal */
export function ErrorNotice(props: { error: Error; retry: () => void }) {
  const { error, retry } = props;
  const { t } = useWording();
  const kind = kindOf(error);
  return (
    <Alert
      role="alert"
      status={kind === 'failed' ? 'danger' : 'warning'}
      icon
      title={t(`state.${kind}Title`)}
      description={`${error.message} ${t(`state.${kind}Hint`)}`}
      customActions={
        <Button size="small" variant="secondary" onPress={retry}>
          {t('state.retry')}
        </Button>
      }
    />
  );
}
