/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Alert, Button } from '@backstage/ui';
import { reasonOf } from '../../api/reasonOf';
import { useWording } from '../../hooks/useWording';

/** What to say of an error, by its name as the backend gave it. */
function kindOf(name: string): 'notFound' | 'forbidden' | 'failed' {
  if (name === 'NotFoundError') return 'notFound';
  return name === 'NotAllowedError' ? 'forbidden' : 'failed';
}

/** Nothing could be loaded: what happened, what to do, and a way to try again. @internal */
export function ErrorNotice(props: { error: Error; retry: () => void }) {
  const { retry } = props;
  const { name, message } = reasonOf(props.error);
  const { t } = useWording();
  const kind = kindOf(name);
  return (
    <Alert
      role="alert"
      status={kind === 'failed' ? 'danger' : 'warning'}
      icon
      title={t(`state.${kind}Title`)}
      description={`${message} ${t(`state.${kind}Hint`)}`}
      customActions={
        <Button size="small" variant="secondary" onPress={retry}>
          {t('state.retry')}
        </Button>
      }
    />
  );
}
