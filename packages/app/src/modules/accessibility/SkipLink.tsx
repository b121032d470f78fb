/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { MouseEvent } from 'react';
import { makeStyles } from '@material-ui/core';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { navTranslationRef } from '../nav/translation';

const useStyles = makeStyles(theme => ({
  link: {
    position: 'fixed',
    top: theme.spacing(1),
    left: theme.spacing(1),
    zIndex: theme.zIndex.tooltip,
    padding: theme.spacing(1, 2),
    background: theme.palette.background.paper,
    color: theme.palette.text.primary,
    // Out of sight until the keyboard reaches it.
    '&:not(:focus)': { transform: 'translateY(-200%)' },
    '@media print': { display: 'none' },
  },
}));

/** Leads past the navigation to the main content of whichever page is shown. */
export function SkipLink() {
  const classes = useStyles();
  const { t } = useTranslationRef(navTranslationRef);
  return (
    <a className={classes.link} href="#main" onClick={focusMain}>
      {t('skipToContent')}
    </a>
  );
}

/** By hand, so that it works on pages whose main content has no id, and leaves the address alone. */
function focusMain(event: MouseEvent) {
  const main = document.querySelector<HTMLElement>('main, [role="main"]');
  if (!main) return;
  event.preventDefault();
  if (!main.hasAttribute('tabindex')) main.tabIndex = -1;
  main.focus();
}
