/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ReactNode } from 'react';
import { Container } from '@backstage/ui';
import type { ObservationState } from 'backstage-plugin-kubernetes-ha-common';
import { useDocumentLanguage } from '../../hooks/useDocumentLanguage';
import { useWording } from '../../hooks/useWording';
import { PageStateProvider } from '../PageState';
import { Printed } from './Printed';
import styles from './PageFrame.module.css';

/** The content of a page with the spacing and derived colours that its parts share. @internal */
export function PageFrame(props: {
  /** Of the cluster that the page is about. */
  observation?: ObservationState;
  children: ReactNode;
}) {
  useDocumentLanguage(useWording().language);
  return (
    <Container>
      <div className={styles.frame} data-kubernetes-ha="">
        <Printed />
        <PageStateProvider observation={props.observation}>
          {props.children}
        </PageStateProvider>
      </div>
    </Container>
  );
}
