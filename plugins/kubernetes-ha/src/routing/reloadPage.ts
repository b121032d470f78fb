/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** Loads the page anew at the same address; whoever is not signed in any more is led through the app's sign-in first. @internal */
export function reloadPage(): void {
  window.location.reload();
}
