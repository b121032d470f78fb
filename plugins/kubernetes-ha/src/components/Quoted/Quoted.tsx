/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import styles from './Quoted.module.css';

/**
 * What a source answered, word for word: in quotation marks and marked as
 * English, for it is not translated and may stand in a sentence of another language.
 * @internal
 */
export function Quoted(props: { children: string }) {
  return (
    <q className={styles.quoted} lang="en">
      {props.children}
    </q>
  );
}
