/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** Handed to every exec plugin: where it finds programs, its home, words and certificates. */
const names: readonly string[] = [
  'PATH',
  'HOME',
  'USER',
  'LOGNAME',
  'LANG',
  'TZ',
  'TMPDIR',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  // Of Windows.
  'PATHEXT',
  'SYSTEMROOT',
  'USERPROFILE',
  'APPDATA',
  'LOCALAPPDATA',
  'TEMP',
  'TMP',
  // The way out.
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'ALL_PROXY',
  'NO_PROXY',
];

/**
 * Of the plugins of the large clouds (aws, kubelogin, gke-gcloud-auth-plugin,
 * oci, ibmcloud, aliyun): without them they do not know whose token to fetch.
 */
const prefixes: readonly string[] = [
  'LC_',
  'XDG_',
  'AWS_',
  'AZURE_',
  'AAD_',
  'ARM_',
  'GOOGLE_',
  'CLOUDSDK_',
  'OCI_',
  'IBMCLOUD_',
  'ALIBABA_CLOUD_',
];

/**
 * The environment of an exec plugin. kubectl hands over its whole own; a
 * backend's holds the secrets of every integration, so only what a plugin is
 * known to need goes, and what the operator adds (`more`: names, or prefixes
 * that end in `*`).
 */
export function execEnvironment(
  own: NodeJS.ProcessEnv,
  more: readonly string[] = [],
): Record<string, string> {
  const added = more.filter(entry => !entry.endsWith('*'));
  const starts = more
    .filter(entry => entry.endsWith('*'))
    .map(entry => entry.slice(0, -1));
  const given = (name: string) => {
    // Proxies are written in small letters too, and Windows does not care.
    const upper = name.toUpperCase();
    return (
      names.includes(upper) ||
      prefixes.some(prefix => upper.startsWith(prefix)) ||
      added.includes(name) ||
      starts.some(start => name.startsWith(start))
    );
  };
  return Object.fromEntries(
    Object.entries(own).flatMap(([name, value]) =>
      value !== undefined && given(name) ? [[name, value]] : [],
    ),
  );
}
