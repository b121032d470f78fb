/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useEffect, useRef, useState } from 'react';
import { Button } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import type { ClusterQuery } from 'backstage-plugin-kubernetes-ha-common';
import { kubernetesHaApiRef } from '../../api/kubernetesHaApiRef';
import { useWording } from '../../hooks/useWording';
import { wordError } from '../../hooks/wordError';

/** Tells a spreadsheet that the file is UTF-8: without it some show titles in other letters. */
const BYTE_ORDER_MARK = '\ufeff';

/** Downloads every cluster that the filters find, on all pages, in the order on screen. */
export function DownloadCsv(props: { query: ClusterQuery }) {
  const { query } = props;
  const api = useApi(kubernetesHaApiRef);
  const wording = useWording();
  const { t, language } = wording;
  const [error, setError] = useState<Error>();
  const running = useRef<AbortController>();
  useEffect(() => () => running.current?.abort(), []);
  const [isRunning, setRunning] = useState(false);
  const download = async () => {
    const abort = new AbortController();
    running.current = abort;
    setRunning(true);
    setError(undefined);
    try {
      const text = await api.getClustersCsv(query, {
        signal: abort.signal,
        language,
      });
      save(new Blob([BYTE_ORDER_MARK, text], { type: 'text/csv' }));
    } catch (failure) {
      if (abort.signal.aborted) return;
      setError(failure instanceof Error ? failure : new Error(String(failure)));
    }
    setRunning(false);
  };
  return (
    <>
      {error && (
        <span role="alert">
          {t('fleet.csvFailed', { error: wordError(error, wording) })}
        </span>
      )}
      <Button
        size="small"
        variant="secondary"
        isDisabled={isRunning}
        onPress={() => void download()}
      >
        {t('fleet.csv')}
      </Button>
    </>
  );
}

/** Hands a file to the browser's downloads. */
function save(file: Blob): void {
  const href = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = href;
  link.download = 'kubernetes-ha-clusters.csv';
  link.click();
  URL.revokeObjectURL(href);
}
