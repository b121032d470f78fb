/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { ReactNode, useLayoutEffect, useRef, useState } from 'react';
import styles from './MainLandmark.module.css';

/**
 * The main content of the document, its heading included, unless the app's
 * layout says where that is; the layout of Backstage 1.55 does not. Skip links
 * lead to its id.
 */
export function MainLandmark(props: { children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  const [isMain, setMain] = useState(false);
  useLayoutEffect(() => {
    setMain(!ref.current?.parentElement?.closest('main, [role="main"]'));
  }, []);
  return (
    <div
      ref={ref}
      className={styles.main}
      {...(isMain && { role: 'main', id: 'main', tabIndex: -1 })}
    >
      {props.children}
    </div>
  );
}
