/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useRef } from 'react';
import { Alert, Button } from '@backstage/ui';
import type { Language } from 'backstage-plugin-kubernetes-ha-common';
import { reasonOf } from '../../api/reasonOf';
import { useNow } from '../../hooks/useNow';
import { useWording } from '../../hooks/useWording';
import { reloadPage } from '../../routing/reloadPage';
import { Quoted } from '../Quoted';
import { wordAge } from '../RelativeTime';
import type { Obstacle } from './obstacleOf';

/** The sentence of an error; in quotation marks where somebody else wrote it. */
function Said(props: { error: Error; language: Language }) {
  const { message, isOurs } = reasonOf(props.error, props.language);
  return <>{isOurs ? message : <Quoted>{message}</Quoted>} </>;
}

/** What keeps the page from being up to date, since when, what it shows meanwhile, and what to do. */
export function StateBanner(props: {
  obstacle: Obstacle;
  onRetry: () => void;
}) {
  const { obstacle, onRetry } = props;
  const { kind, error, hasData } = obstacle;
  const wording = useWording();
  const { t, dateTime, language } = wording;
  const now = useNow();
  const firstMs = useRef(now);
  const since = new Date(obstacle.sinceMs ?? firstMs.current).toISOString();
  const isSignIn = kind === 'signed-out' || kind === 'foreign';
  return (
    <Alert
      role="alert"
      status={isSignIn ? 'info' : 'warning'}
      icon
      title={t(`banner.${kind}`)}
      description={
        <>
          {error && <Said error={error} language={language} />}
          {t('banner.since', { at: dateTime(since) })}{' '}
          {/* Hidden from screen readers, which would read it anew each second. */}
          <span aria-hidden="true">({wordAge(since, now, wording)})</span>
          {t('chain.fullStop')}{' '}
          {hasData ? t('banner.shown') : t('banner.nothingShown')}{' '}
          {t(`banner.${kind}.hint`)}
        </>
      }
      customActions={
        <Button
          size="small"
          variant="secondary"
          onPress={isSignIn ? reloadPage : onRetry}
        >
          {isSignIn ? t('banner.signIn') : t('state.retry')}
        </Button>
      }
    />
  );
}
