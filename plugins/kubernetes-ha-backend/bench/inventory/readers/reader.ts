/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** A way to read all pods and nodes of the synthetic server. */
export interface BenchReader {
  /** Everything that a long-running backend has done before: imports, threads, schemas. */
  prepare(url: string): Promise<PreparedReader>;
}

/** Ready to be measured. */
export interface PreparedReader {
  /** Reads everything once; how many objects it saw, if it looks at any. */
  read(): Promise<{ pods: number; nodes: number } | undefined>;
  close(): Promise<void>;
}
