/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useId, useState } from 'react';
import { Button } from '@backstage/ui';
import { useWording } from '../../hooks/useWording';
import styles from './ConnectTab.module.css';

/** Text that is copied as it is, under a sentence that says what it is for. */
export function CopyableText(props: { title: string; text: string }) {
  const { title, text } = props;
  const { t } = useWording();
  const id = useId();
  const [copied, setCopied] = useState<string>();
  const [isRefused, setRefused] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(text),
      () => setRefused(true),
    );
  return (
    <section aria-labelledby={id} className={styles.copyable}>
      <div className={styles.head}>
        <span id={id}>{title}</span>
        {/* Without a secure context there is no clipboard: the text is there to be selected. */}
        {navigator.clipboard && (
          <Button size="small" variant="secondary" onPress={() => void copy()}>
            {copied === text ? t('connect.copied') : t('connect.copy')}
          </Button>
        )}
        <span role="status">{isRefused && t('connect.notCopied')}</span>
      </div>
      {/* By keyboard too, where a line is longer than the screen. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={styles.text} tabIndex={0} aria-labelledby={id}>
        {text}
      </pre>
    </section>
  );
}
