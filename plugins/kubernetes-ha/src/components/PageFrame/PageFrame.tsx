/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ReactNode } from 'react';
import { Container } from '@backstage/ui';
import styles from './PageFrame.module.css';

/** The content of a page with the spacing and derived colours that its parts share. @internal */
export function PageFrame(props: { children: ReactNode }) {
  return (
    <Container>
      <div className={styles.frame} data-kubernetes-ha="">
        {props.children}
      </div>
    </Container>
  );
}
